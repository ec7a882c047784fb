import { z } from 'zod'

/** A question: one line, 1 to 300 characters. */
export const question = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A question is needed').max(300, 'A question has at most 300 characters'))

/** An answer in Markdown, 1 to 5,000 characters. */
export const answer = z
  .string()
  .max(5_000, 'An answer has at most 5,000 characters')
  .refine((text) => text.trim() !== '', 'An answer is needed')
  .refine((text) => !text.includes('\0'), 'Null characters cannot be kept')
