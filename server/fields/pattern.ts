import { RE2JS } from 're2js'
import { z } from 'zod'
import { broken } from '../text/broken.ts'

/** Maximum instructions of a compiled pattern: comparing a text with it takes some ten milliseconds at most. */
const maxSize = 200

/**
 * Rule for a pattern. JavaScript's own expressions may take exponential time for a text; those of RE2 take time in
 * proportion to its length, whatever the pattern.
 */
export const pattern = z
  .string()
  .trim()
  .max(200, 'A pattern can have at most 200 characters')
  .superRefine((text, check) => {
    try {
      if (RE2JS.compile(text).programSize() > maxSize)
        check.addIssue(broken('PATTERN_COMPLEX', 'Pattern too complex: use fewer repetitions'))
    } catch {
      const message =
        'This is not a regular expression in RE2 syntax, which has no lookaround and no backreferences'
      check.addIssue(broken('PATTERN_INVALID', message))
    }
  })

/** Whether the whole text matches. */
export const matches = (text: string, pattern: string) => RE2JS.compile(pattern).testExact(text)
