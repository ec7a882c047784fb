import { describe, expect, test } from 'vitest'
import { messagesOf, shortened } from '../../server/inbound/parsing/fit-text.ts'

const lengths = (text: string) => messagesOf(text).map((message) => message.length)

describe('a text is split into messages', () => {
  test.for<[string, string, number[]]>([
    ['whole if it fits', 'x'.repeat(20_000), [20_000]],
    ['split between paragraphs', `${'x'.repeat(15_000)}\n\n${'y '.repeat(5_000)}`, [15_000, 10_000]],
    ['split between lines', `${'x\n'.repeat(9_000)}${'y'.repeat(9_000)}`, [17_999, 9_000]],
    ['split between words', `${'x'.repeat(15_000)} ${'y'.repeat(9_000)}`, [15_000, 9_001]],
    ['split within a word longer than a message', 'x'.repeat(45_000), [20_000, 20_000, 5_000]],
    ['not split within a letter', `${'x'.repeat(19_998)}👨‍👩‍👧y`, [19_998, 9]],
    ['without blank ones', `${'x'.repeat(19_000)}${'\n'.repeat(30_000)}y`, [19_000, 1]],
  ])('%s', ([, text, expected]) => {
    expect(lengths(text)).toEqual(expected)
    expect(messagesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

test('a quotation that is too long keeps both ends and a mark between them', () => {
  expect(shortened('x'.repeat(200_000))).toHaveLength(200_000)
  expect(shortened(`first ${'x'.repeat(300_000)} last`)).toMatch(/^first x+\n\n\[…\]\n\nx+ last$/)
})
