import { z } from 'zod'
import { isBlank } from '../blank.ts'
import { oneLine } from '../emails/one-line.ts'

/** Rule for the name of a website, operator, key or category: one line, 1 to 100 characters. */
export const name = z
  .string()
  .transform(oneLine)
  .refine((text) => !isBlank(text), 'A name is needed')
  .refine((text) => text.length <= 100, 'A name has at most 100 characters')
