import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../../client/i18n/catalogue-faults.ts'
import { createText } from '../../../client/i18n/text.ts'
import { unusedTexts } from '../../../client/i18n/unused-texts.ts'
import { catalogues, english } from '../../../server/languages/catalogues.ts'

const model = {
  direction: 'ltr',
  frame: { hello: 'Hello {name}', 'found.one': '{count} ticket', 'found.other': '{count} tickets' },
}
const german = {
  direction: 'ltr',
  frame: { hello: 'Hallo {name}', 'found.one': '{count} Ticket', 'found.other': '{count} Tickets' },
}

describe('the catalogue check', () => {
  test.each([
    ['nothing', {}, []],
    ['a missing text', { hello: undefined }, ['frame: hello is missing']],
    ['an empty text', { hello: ' ' }, ['frame: hello is missing']],
    ['a text that English does not have', { bye: 'Tschüss' }, ['frame: bye is not used']],
    [
      'a form of the plural that German does not have',
      { 'found.few': 'a' },
      ['frame: found.few is not used'],
    ],
    [
      'another value',
      { hello: 'Hallo {nmae}' },
      ['frame: hello has other values in braces than the English text'],
    ],
    ['a form without its number', { 'found.one': 'ein Ticket' }, []],
  ])('finds %s', (_, changes, faults) => {
    const frame = { ...german.frame, ...changes } as Record<string, string>
    expect(faultsOf(model, { ...german, frame }, 'de')).toEqual(faults)
  })

  test('requires every plural form of the language', () => {
    const forms = (language: string) =>
      faultsOf(model, german, language).map((fault) => /found\.\w+/.exec(fault)?.[0])
    expect(forms('ar')).toEqual(['found.zero', 'found.two', 'found.few', 'found.many'])
    expect(forms('pl')).toEqual(['found.many', 'found.few'])
    expect(forms('fr')).toEqual([])
  })

  test('requires the number in a form for several numbers', () => {
    const frame = { ...german.frame, 'found.one': 'ein Ticket', 'found.few': 'a', 'found.many': 'a' }
    expect(faultsOf(model, { ...german, frame }, 'ru')).toEqual(
      ['many', 'one', 'few'].map(
        (form) => `frame: found.${form} has other values in braces than the English text`,
      ),
    )
    expect(faultsOf({ ...model, frame: { ...model.frame, 'found.one': 'One' } }, german, 'de')).toEqual([])
  })

  test('finds texts that no source uses', () => {
    const texts = { 'status.OPEN': '', 'status.other': '', 'found.one': '', 'found.other': '', old: '' }
    const sources = ['text(`status.$' + '{status}`)', "text('found', { count })", 'text(`$' + '{any}`)']
    expect(unusedTexts(texts, sources)).toEqual(['old'])
  })

  test.each([...catalogues])('accepts %s', (tag, catalogue) => {
    expect(faultsOf(english, catalogue, tag)).toEqual([])
  })
})

describe('a formatted text', () => {
  const ar = createText({ hello: 'مرحبا {name}!', n: '{count}' }, 'ar-EG', 'rtl')

  test('isolates text of the other direction', () => {
    expect(ar('hello', { name: 'Jane (Acme)' })).toBe('مرحبا \u2068Jane (Acme)\u2069!')
    expect(ar('hello', { name: 'نادية' })).toBe('مرحبا نادية!')
    expect(createText({ hello: 'Hi {name}!' }, 'en')('hello', { name: 'نادية' })).toBe(
      'Hi \u2068نادية\u2069!',
    )
  })

  test('formats numbers for its region', () => {
    expect(ar('n', { count: 1_234 })).toBe('١٬٢٣٤')
    expect(createText({ n: '{count}' }, 'de-CH')('n', { count: 1_234 })).toBe(
      new Intl.NumberFormat('de-CH').format(1_234),
    )
    expect(createText({ n: '{count}' }, 'en-GB')('n', { count: 1_234 })).toBe('1,234')
  })
})
