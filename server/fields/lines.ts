import { lineRule } from '../text/rules.ts'

export const maxChoices = 50

/** Rule for a line of a field's definition. */
export const line = (max: number, what: string) =>
  lineRule({ max, needed: `Enter a ${what}`, tooLong: `A ${what} can have at most ${max} characters` })
