import { describe, expect, test } from 'vitest'
import { queryOf, wordsOf } from '../../server/text/words.ts'

const websiteId = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'
const name = 'bwAB'
const words = (...texts: (string | null)[]) =>
  wordsOf(websiteId, ...texts).map((text) => text.slice(name.length))
const query = (text: string) => queryOf(websiteId, text)?.replaceAll(name, '') ?? null

describe('the words of a text', () => {
  test.for<[string, string[]]>([
    ['Invoice 100% wrong: invoice!', ['invoice', '100', 'wrong']],
    ['C:\\temp\\new, zebra_crossing', ['c', 'temp', 'new', 'zebra', 'crossing']],
    ['Jane.Doe@Acme.com', ['jane', 'doe', 'acme', 'com']],
    ['ΣΊΣΥΦΟΣ σίσυφος', ['σίσυφοσ']],
    ['IŞIK ışık İstanbul', ['işik', 'istanbul']],
    ['CAFE\u0301S caf\u00e9s', ['caf\u00e9s']],
    ['STRAẞE Straße', ['straße']],
    ['ПРИВЕТ', ['привет']],
    ['日本語のFAX', ['日本', '本語', '語の', 'の', 'fax']],
    ['한국어', ['한국', '국어', '어']],
    ['👍 — 100%', ['100']],
    ['a'.repeat(50), ['a'.repeat(40)]],
    ['', []],
  ])('%s', ([text, expected]) => expect(words(text)).toEqual(expected))

  test('are those of several texts, without duplicates', () => {
    expect(words('Invoice', null, 'The invoice')).toEqual(['invoice', 'the'])
  })

  test('are prefixed by their website', () => {
    expect(wordsOf(websiteId, 'Invoice')).toEqual([`${name}invoice`])
    expect(wordsOf(crypto.randomUUID(), 'Invoice')).not.toEqual([`${name}invoice`])
  })
})

describe('a query for texts that may contain a text has', () => {
  test.for([
    ['Invo', "'invo':*"],
    ['my invo', "'my' & 'invo':*"],
    ['invoice a', "'invoice'"],
    ['a', "'a':*"],
    ['日', "'日':*"],
    ['日本語', "'日本' & '本語'"],
    ['% _', null],
    ["' OR 1=1 --", "'or' & '1'"],
    [`${'a'.repeat(50)}`, `'${'a'.repeat(40)}':*`],
  ])('%s', ([text, expected]) => expect(query(text ?? '')).toBe(expected))
})
