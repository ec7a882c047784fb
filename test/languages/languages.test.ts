import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogues } from '../../server/languages/catalogues.ts'
import { chooseLanguage } from '../../server/languages/choose-language.ts'
import { acceptedLanguages, readLocale } from '../../server/languages/read-locale.ts'
import { processorTime } from '../support/processor-time.ts'

test.each([
  ['pt', 'pt', 'pt'],
  ['pt-PT', 'pt', 'pt-PT'],
  ['pt-AO', 'pt', 'pt-AO'],
  ['pt-BR', 'pt-BR', 'pt-BR'],
  ['pt_BR.UTF-8', 'pt-BR', 'pt-BR'],
  ['it-CH', 'it', 'it-CH'],
  ['nl-BE', 'nl', 'nl-BE'],
  ['fy', 'nl', 'nl'],
  ['sv-FI', 'sv', 'sv-FI'],
  ['fo', 'da', 'da'],
  ['nb-NO', 'nb', 'nb-NO'],
  ['no', 'nb', 'nb'],
  ['no-NO', 'nb', 'nb'],
  ['nn', 'nb', 'nb'],
  ['nn-NO', 'nb', 'nb'],
  ['fi-FI', 'fi', 'fi-FI'],
  ['pl-PL', 'pl', 'pl-PL'],
  ['cs-CZ', 'cs', 'cs-CZ'],
  ['sk', 'cs', 'cs'],
  ['tr-TR', 'tr', 'tr-TR'],
  ['be', 'ru', 'ru'],
  ['uk-UA', 'uk', 'uk-UA'],
  ['iw', 'he', 'he'],
  ['iw_IL', 'he', 'he-IL'],
  ['fa-AF', 'fa', 'fa-AF'],
  ['prs', 'fa', 'fa-AF'],
  ['hi-Latn', 'en', 'en'],
  ['zh', 'zh-Hans', 'zh'],
  ['zh-CN', 'zh-Hans', 'zh-CN'],
  ['zh-SG', 'zh-Hans', 'zh-SG'],
  ['zh-TW', 'zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-Hant', 'zh-HK'],
  ['zh_Hant_TW', 'zh-Hant', 'zh-Hant-TW'],
  ['zh_TW.UTF-8', 'zh-Hant', 'zh-TW'],
  ['zh_TW_#Hant', 'zh-Hant', 'zh-Hant-TW'],
  ['zh__#Hant', 'zh-Hant', 'zh-Hant'],
  ['ja_JP_JP_#u-ca-japanese', 'ja', 'ja-JP'],
  ['ar_EG@numbers=latn', 'ar', 'ar-EG'],
  ['de_DE@currency=EUR', 'de', 'de-DE'],
  ['de_DE@calendar=gregorian;collation=phonebook', 'de', 'de-DE'],
  ['yue', 'zh-Hant', 'zh-Hant'],
])('%s is spoken by the catalogue %s, with dates as in %s', (wish, tag, locale) => {
  expect(chooseLanguage(wish)).toMatchObject({ tag, locale })
})

test('the documentation lists the languages', () => {
  const page = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
  const section = page.split('## Languages')[1]?.split('\n## ')[0] ?? ''
  expect([...section.matchAll(/^\| `([\w-]+)` \| \w/gm)].map(([, tag]) => tag)).toEqual([
    ...catalogues.keys(),
  ])
})

describe('of an Accept-Language header', () => {
  test('preferred languages come first, refused ones never', () => {
    expect(acceptedLanguages('de;q=0.5, fr, en;q=0, es;q=0.8, *;q=x')).toEqual(['fr', 'es', 'de'])
    expect(acceptedLanguages('en;q=0')).toEqual([])
  })

  test('ten languages are read, in the first 500 characters', () => {
    const tags = Array.from({ length: 30 }, (_, at) => `x${at}`)
    expect(acceptedLanguages(tags.join(','))).toEqual(tags.slice(0, 10))
    expect(acceptedLanguages(`${' '.repeat(500)}de`)).toEqual([''])
    expect(acceptedLanguages(`${'x'.repeat(498)},de`)).toEqual(['x'.repeat(498), 'd'])
  })
})

describe('an overlong locale', () => {
  const long = [
    'de-'.repeat(50_000),
    `de${'-abcdefgh'.repeat(20_000)}`,
    `de-u-${'ca-'.repeat(50_000)}`,
    `de-x-${'a-'.repeat(50_000)}`,
    `${' '.repeat(200_000)}d`,
    'd'.repeat(36),
  ]

  test('is ignored', () => {
    for (const wish of long) expect(readLocale(wish)).toBeUndefined()
    expect(readLocale('de-CH-1996-fonipa-scouse')).toBe('de-CH-1996-fonipa-scouse')
  })

  test('takes no time, alone or among many', async () => {
    const time = await processorTime(() => {
      for (const wish of long) {
        expect(chooseLanguage(wish, 'fr').tag).toBe('fr')
        expect(chooseLanguage(...acceptedLanguages(`${wish},fr`), 'fr').tag).toBe('fr')
      }
      for (let at = 0; at < 2_000; at++) chooseLanguage(`fr-${1_000 + at}`.replace(/\d$/, 'x'), 'de')
    })
    expect(time).toBeLessThan(10_000)
  })
})
