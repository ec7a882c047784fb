import { z } from 'zod'
import { readLocale } from '../languages/read-locale.ts'
import { broken } from '../text/broken.ts'

/** Rule for a language: a BCP 47 tag, stored in its canonical form. */
export const locale = z.string().transform((text, check) => {
  const tag = readLocale(text)
  if (tag !== undefined) return tag
  check.addIssue(broken('LANGUAGE_INVALID', 'This is not a language tag such as en or pt-BR'))
  return z.NEVER
})
