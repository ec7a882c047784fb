import { isBlank } from '../../client/i18n/blank.ts'
import { asciiDigits } from '../../client/i18n/digits.ts'
import type { CategoryField } from '../../prisma/generated/client/client.ts'
import type { InputIssue } from '../api/errors.ts'
import { matches } from './pattern.ts'

export type Definition = Pick<
  CategoryField,
  | 'name'
  | 'label'
  | 'hint'
  | 'type'
  | 'required'
  | 'pattern'
  | 'choices'
  | 'shownIf'
  | 'shownIfValues'
  | 'position'
>

export type Problem = Omit<InputIssue, 'path'>

const maxLength = 500
/** With blanks, which do not count. */
const maxGiven = 2 * maxLength
const tooLong = (message: string): Problem => ({ code: 'TOO_LONG', message, value: String(maxLength) })
const unknownChoice = (message: string): Problem => ({ code: 'CHOICE_UNKNOWN', message })
const notANumber: Problem = {
  code: 'NUMBER_INVALID',
  message: 'Give a number such as -1.5, with at most 15 digits',
}
const number = /^[+-]?\d+(?:\.\d{1,6})?$/

/** The value as it is stored; null for a blank one, or why it cannot be stored. */
export function readValue(field: Definition, given: string): string | null | Problem {
  if (given.length > maxGiven) return tooLong(`A value can have at most ${maxLength} characters`)
  const text = given.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (isBlank(text)) return null
  switch (field.type) {
    case 'TEXT':
      if (text.length > maxLength) return tooLong(`A text can have at most ${maxLength} characters`)
      if (field.pattern && !matches(text, field.pattern)) {
        const { hint } = field
        const message = hint ?? 'This does not match the pattern of the field'
        return { code: 'PATTERN_UNMATCHED', message, value: hint ?? undefined }
      }
      return text
    case 'CHOICE':
      return field.choices.includes(text) ? text : unknownChoice('This is not one of the choices')
    case 'NUMBER':
      return readNumber(asciiDigits(text)) ?? notANumber
    case 'CHECKBOX':
      return ['true', 'false'].includes(text) ? text : unknownChoice('Give true or false')
  }
}

/** As JavaScript writes it; all of its numbers with 15 digits are exact. */
function readNumber(text: string): string | undefined {
  const isNumber = number.test(text) && text.replace(/\D/g, '').length <= 15
  return isNumber ? String(Number(text)) : undefined
}
