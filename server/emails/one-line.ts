import { shapeless } from '../../client/i18n/blank.ts'

/** Invisible characters that hide or turn text, except joiners in words and emoji, and the tags of flags. */
const hidden = new RegExp(`[[\\p{Cf}&&[${shapeless}]]--[\\u200c\\u200d\\u{e0020}-\\u{e007f}]]`, 'gv')

/** One line, for names and headers: control characters and line breaks become spaces, hidden ones are removed. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(hidden, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
