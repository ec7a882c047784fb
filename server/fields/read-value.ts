import { isBlank } from '../../client/i18n/blank.ts'
import { asciiDigits } from '../../client/i18n/digits.ts'
import type { CategoryField } from '../../prisma/generated/client/client.ts'
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

const maxLength = 500
/** With blanks, which do not count. */
const maxGiven = 2 * maxLength
const number = /^[+-]?\d+(?:\.\d{1,6})?$/

/** The value as it is stored; null for a blank one, or why it cannot be stored. */
export function readValue(field: Definition, given: string): string | null | { wrong: string } {
  if (given.length > maxGiven) return { wrong: `A value can have at most ${maxLength} characters` }
  const text = given.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (isBlank(text)) return null
  switch (field.type) {
    case 'TEXT':
      if (text.length > maxLength) return { wrong: `A text can have at most ${maxLength} characters` }
      if (field.pattern && !matches(text, field.pattern)) {
        return { wrong: field.hint ?? 'This does not match the pattern of the field' }
      }
      return text
    case 'CHOICE':
      return field.choices.includes(text) ? text : { wrong: 'This is not one of the choices' }
    case 'NUMBER':
      return readNumber(asciiDigits(text)) ?? { wrong: 'Give a number such as -1.5, with at most 15 digits' }
    case 'CHECKBOX':
      return ['true', 'false'].includes(text) ? text : { wrong: 'Give true or false' }
  }
}

/** As JavaScript writes it; all of its numbers with 15 digits are exact. */
function readNumber(text: string): string | undefined {
  const isNumber = number.test(text) && text.replace(/\D/g, '').length <= 15
  return isNumber ? String(Number(text)) : undefined
}
