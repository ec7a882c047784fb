import { lineRule } from '../text/rules.ts'

/** Rule for the name of a website, operator, key or category: one line, 1 to 100 characters. */
export const name = lineRule({
  max: 100,
  needed: 'Enter a name',
  tooLong: 'A name can have at most 100 characters',
})
