import { lineRule, textRule } from '../text/rules.ts'

/** A question: one line, 1 to 300 characters. */
export const question = lineRule({
  max: 300,
  needed: 'Enter a question',
  tooLong: 'A question can have at most 300 characters',
})

/** An answer in Markdown, 1 to 5,000 characters. */
export const answer = textRule({
  max: 5_000,
  needed: 'Enter an answer',
  tooLong: 'An answer can have at most 5,000 characters',
})
