import { describe, expect, test } from 'vitest'
import { canonicalEmail, isEmail } from '../../server/identity/email.ts'
import { headerFields } from '../../server/inbound/parsing/header.ts'
import { senderOf } from '../../server/inbound/sender.ts'

const kelvin = '\u212a'

describe('an address', () => {
  test.for([
    ['Kate@Example.COM', 'kate@example.com'],
    [' \t\r\nkate@example.com\n ', 'kate@example.com'],
    [`${kelvin}ate@example.com`, `${kelvin}ate@example.com`],
    ['İrem@example.com', 'İrem@example.com'],
    ['ÉVA@example.com', 'Éva@example.com'],
    ['ﬁona@example.com', 'ﬁona@example.com'],
    ['ＫATE@example.com', 'Ｋate@example.com'],
    ...['\u00a0', '\ufeff', '\u2028', '\u3000', '\u000b', '\u000c', '\u0085'].map((blank) => [
      `${blank}kate@example.com${blank}`,
      `${blank}kate@example.com${blank}`,
    ]),
  ])('%j is folded only in ASCII, to %j', ([given = '', folded]) => {
    expect(canonicalEmail(given)).toBe(folded)
  })

  test.for([
    'kate@example.com',
    `${kelvin}ate@example.com`,
    'o’brien+tag@müller.example',
    "o'brien@example.com",
    'علی\u200cرضا@example.com',
    'ශ්\u200dරී@example.com',
    '🦊@example.com',
  ])('%j is accepted', (text) => {
    expect(isEmail(text)).toBe(true)
  })

  test.for([
    ...['\u00a0', '\u0085', '\u1680', '\u180e', '\u2009', '\u2028', '\u202f', '\u3000', '\ufeff', '\u000b'],
    ...['\u200b', '\u2060', '\u00ad', '\u202e', '\u2066', '\u200f', '\u061c', '\ud800', '\0', '\u009f'],
  ])('with the white space or invisible character %j is refused', (character) => {
    for (const text of [
      `${character}kate@example.com`,
      `ka${character}te@example.com`,
      `kate@example.com${character}`,
    ])
      expect(isEmail(text)).toBe(false)
  })

  test.for(['\u00a0', '\u2028', '\ufeff'])('of a sender with %j around it is rejected', (blank) => {
    const from = `From: ${blank}kate@example.com${blank}`
    expect(senderOf(headerFields(Buffer.from(`${from}\r\n\r\n`)))).toBe(null)
  })
})
