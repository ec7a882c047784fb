import { z } from 'zod'
import { isBlank } from '../../client/i18n/blank.ts'
import { broken } from './broken.ts'

interface Rule {
  max: number
  /** Error for a blank text. */
  needed: string
  /** Error for an overlong text. */
  tooLong: string
}

/** Rule for a text that somebody is to read: it must not be blank. */
export const textRule = ({ max, needed, tooLong }: Rule) =>
  z
    .string()
    .max(max, tooLong)
    .refine((text) => !isBlank(text), broken('REQUIRED', needed))

/** The same for one line: white space and control characters become single spaces. */
export const lineRule = ({ max, needed, tooLong }: Rule) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .max(max, tooLong)
        .refine((text) => !isBlank(text), broken('REQUIRED', needed)),
    )
