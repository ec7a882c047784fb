import { z } from 'zod'

/** A message's text: 1 to 20,000 characters, not only white space. */
export const body = z
  .string()
  .max(20_000, 'A message has at most 20,000 characters')
  .refine((text) => text.trim() !== '', 'A message needs some text')
  .refine((text) => !text.includes('\0'), 'Null characters cannot be kept')

/** A subject line: one line, 1 to 200 characters. */
export const subject = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A ticket needs a subject').max(200, 'A subject has at most 200 characters'))

export const idempotencyKey = z.string().min(1).max(200, 'A key has at most 200 characters').nullish()
