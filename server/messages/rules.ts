import { z } from 'zod'
import { lineRule, textRule } from '../text/rules.ts'

/** A message's text: 1 to 20,000 characters, one of them visible. */
export const body = textRule({
  max: 20_000,
  needed: 'Enter a message',
  tooLong: 'A message can have at most 20,000 characters',
})

/** A subject line: one line, 1 to 200 characters. */
export const subject = lineRule({
  max: 200,
  needed: 'Enter a subject',
  tooLong: 'A subject can have at most 200 characters',
})

export const idempotencyKey = z
  .string()
  .min(1, 'An idempotency key cannot be empty: omit it for none')
  .max(200, 'A key can have at most 200 characters')
  .nullish()
