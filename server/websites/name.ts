import { lineRule } from '../text/rules.ts'

/** Rule for the name of a website, operator, key or category: one line, 1 to 100 characters. */
export const name = lineRule({
  max: 100,
  needed: 'A name is needed',
  tooLong: 'A name has at most 100 characters',
})
