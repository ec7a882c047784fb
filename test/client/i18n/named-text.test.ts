import { expect, test } from 'vitest'
import { namedText } from '../../../client/i18n/named-text.ts'
import { createText } from '../../../client/i18n/text.ts'

const text = createText({ 'finding.KNOWN': 'Er hat {value} Zeichen.' }, 'de')

test('a code that has a text is shown in the reader’s language', () => {
  expect(namedText(text, 'finding.KNOWN', { value: 4 }, 'It has 4 characters.')).toBe('Er hat 4 Zeichen.')
})

test('a code of a newer server is shown in the server’s own words', () => {
  expect(namedText(text, 'finding.NEWER' as never, { value: 4 }, 'It is new.')).toBe('It is new.')
})
