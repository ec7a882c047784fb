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

describe('the check of a catalogue', () => {
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

  test('asks for every form that the language counts with', () => {
    const forms = (language: string) =>
      faultsOf(model, german, language).map((fault) => /found\.\w+/.exec(fault)?.[0])
    expect(forms('ar')).toEqual(['found.zero', 'found.two', 'found.few', 'found.many'])
    expect(forms('pl')).toEqual(['found.many', 'found.few'])
    expect(forms('fr')).toEqual([])
  })

  test('finds texts that no source names', () => {
    const texts = { 'status.OPEN': '', 'status.other': '', 'found.one': '', 'found.other': '', old: '' }
    const sources = ['text(`status.$' + '{status}`)', "text('found', { count })", 'text(`$' + '{any}`)']
    expect(unusedTexts(texts, sources)).toEqual(['old'])
  })

  test.each([...catalogues])('is content with %s', (tag, catalogue) => {
    expect(faultsOf(english, catalogue, tag)).toEqual([])
  })
})

describe('a text', () => {
  const ar = createText({ hello: 'مرحبا {name}!', n: '{count}' }, 'ar-EG', 'rtl')

  test('keeps what runs the other way together', () => {
    expect(ar('hello', { name: 'Jane (Acme)' })).toBe('مرحبا \u2068Jane (Acme)\u2069!')
    expect(ar('hello', { name: 'نادية' })).toBe('مرحبا نادية!')
    expect(createText({ hello: 'Hi {name}!' }, 'en')('hello', { name: 'نادية' })).toBe(
      'Hi \u2068نادية\u2069!',
    )
  })

  test('writes numbers as its region does', () => {
    expect(ar('n', { count: 1_234 })).toBe('١٬٢٣٤')
    expect(createText({ n: '{count}' }, 'de-CH')('n', { count: 1_234 })).toBe(
      new Intl.NumberFormat('de-CH').format(1_234),
    )
    expect(createText({ n: '{count}' }, 'en-GB')('n', { count: 1_234 })).toBe('1,234')
  })
})
