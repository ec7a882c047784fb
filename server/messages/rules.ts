import { z } from 'zod'
import { lineRule, textRule } from '../text/rules.ts'

/** A message's text: 1 to 20,000 characters, one of them visible. */
export const body = textRule({
  max: 20_000,
  needed: 'A message needs some text',
  tooLong: 'A message has at most 20,000 characters',
})

/** A subject line: one line, 1 to 200 characters. */
export const subject = lineRule({
  max: 200,
  needed: 'A ticket needs a subject',
  tooLong: 'A subject has at most 200 characters',
})

export const idempotencyKey = z
  .string()
  .min(1, 'A key needs some text: leave it out for none')
  .max(200, 'A key has at most 200 characters')
  .nullish()
