import { describe, expect, test } from 'vitest'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'
import { processorTime } from '../support/processor-time.ts'

/** Texts that make regular expressions backtrack. */
const texts: Record<string, string> = {
  'blank lines': '\n',
  'the start of an introduction': 'On a b c\n',
  'introductions with no end': 'On 1.1.2027 x@y.z a wrote\n',
  'lines that end as introductions do': 'a 2027:\n',
  'the Dutch way': 'Op schreef\n',
  'the Chinese way': '在\n',
  'the Danish way': 'abc. a skrev a\n',
  'numbers and brackets': `${'1'.repeat(20)}fromfromfromfromfrom${'<'.repeat(20)}${'>'.repeat(20)}\n\n`,
  'quotations and answers': '> a\nb\n',
  signatures: 'Sent from x\n',
  dashes: '-',
  'at signs': `${'a@'.repeat(150)} 2027:\n`,
  'header lines': 'From: a\nTo: b\n',
  'fields with no end': 'From: a,\n',
  'rules that say what follows': '-----Original Message-----\n',
  'two dashes': '-- \n',
  'lines that end an address': '<a@b.c\n>:\n',
  'digits of another script': `${'٤'.repeat(300)}:\n`,
  'initials before brackets': 'On 4 May 2027 A <a@b.c> wrote:\nAS> x\n',
  pictures: '<cid:a',
  armour: '-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n',
}

describe('the text of a reply is found in bounded time', () => {
  test.for(Object.entries(texts))('among %s', async ([, piece]) => {
    const hard = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000)
    expect(await processorTime(() => ownWords(`Hello\n\n${hard}`))).toBeLessThan(10_000)
  })
})
