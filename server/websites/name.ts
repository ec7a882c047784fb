import { z } from 'zod'

/** Rule for the name of a website, operator, key or category: one line, 1 to 100 characters. */
export const name = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'A name is needed').max(100, 'A name has at most 100 characters'))
