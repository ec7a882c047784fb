import { describe, expect, test } from 'vitest'
import { participantsIn } from '../../server/participants/invite.ts'
import { readParameters } from '../../server/sessions/parameters.ts'
import { processorTime } from '../support/processor-time.ts'

const customer = 'jane@example.com'
const read = (query: string) =>
  participantsIn(
    readParameters(new URL(`https://support.example.com/tickets/x?${query}`))?.participants ?? [],
    customer,
  )
const written = (text: string) => read(`participants=${encodeURIComponent(text)}`)
const [ann, bob] = ['ann@x.io', 'bob@x.io']

describe('participants that a page passes', () => {
  test.for<[text: string, participants: string[], ignored?: string[]]>([
    ['', []],
    [' , ;\n', []],
    [ann, [ann]],
    [`${ann},${bob}`, [ann, bob]],
    [`${ann}, ${bob},`, [ann, bob]],
    [`${ann};${bob}`, [ann, bob]],
    [`${ann} ${bob}`, [ann, bob]],
    [`${ann}\r\n${bob}\n`, [ann, bob]],
    [`${ann}\t${bob}`, [ann, bob]],
    [`Ann Lee <${ann}>, "Lee, Bob" <${bob}>`, [ann, bob]],
    [`Ann <${ann}> Bob <${bob}>`, [ann, bob]],
    [`"${ann}", <${bob}>`, [ann, bob]],
    [`ANN@X.io,${ann}`, [ann]],
    ['ann+tag@x.io', ['ann+tag@x.io']],
    ['+15551234567@x.io', ['+15551234567@x.io']],
    ['null', [], ['null']],
    [`Ann ${bob}`, [bob], ['Ann']],
    [`${ann}, nobody, @, ${bob}`, [ann, bob], ['nobody', '@']],
    [`${bob} <${ann}>`, [ann], [bob]],
    [`${customer},${ann}`, [ann], [customer]],
    ['a%40x.io%2Cb%40x.io', [], ['a%40x.io%2Cb%40x.io']],
    [`${ann},\u00a0${bob}`, [ann], [bob]],
    [`"Ann <${ann}>, ${bob}`, [ann, bob]],
    [`${ann},bad\u202e\u0007address`, [ann], ['bad address']],
  ])('as %j are understood', ([text, participants, ignored = []]) => {
    expect(written(text)).toEqual({ participants, ignored })
  })

  test.for<[query: string, participants: string[]]>([
    ['participants=ann+tag@x.io', ['ann+tag@x.io']],
    ['participants=ann+tag@x.io,bob+a+b@x.io', ['ann+tag@x.io', 'bob+a+b@x.io']],
    [`participants=${ann}+${bob}`, [ann, bob]],
    [`participants=ann+tag@x.io+${bob}`, ['ann+tag@x.io', bob]],
    [`participants=${ann},+${bob}+`, [ann, bob]],
    ['participants=%2B1555@x.io', ['+1555@x.io']],
    [`participants=++${ann},++${bob}++`, [ann, bob]],
    ['participants=Ann+Lee+%3Cann%40x.io%3E%2C+bob%40x.io', [ann, bob]],
    [`participants[]=${ann}&participants[]=${bob}`, [ann, bob]],
    [`participants%5B0%5D=${ann}&participants[1]=${bob}`, [ann, bob]],
    [`participants=${ann}&participants=${bob}`, [ann, bob]],
    [`participants=%E0%A4%A,${ann}`, [ann]],
  ])('in an address, %s, are understood', ([query, participants]) => {
    expect(read(query).participants).toEqual(participants)
  })

  test('are limited to ten; ten ignored ones are reported, and cut', () => {
    const many = Array.from({ length: 600 }, (_, index) => `p${index}@x.io`)
    const { participants, ignored } = written(many.join(','))
    expect(participants).toEqual(many.slice(0, 10))
    expect(ignored).toEqual(many.slice(10, 20))
    expect(written('x'.repeat(5_000)).ignored).toEqual(['x'.repeat(100)])
  })

  test.for(['"', '<', '@', '" ', 'a<', '",', '<>'])(
    'are parsed in bounded time when they repeat %j',
    async (part) => {
      expect(await processorTime(() => participantsIn([part.repeat(200_000)], customer))).toBeLessThan(20_000)
    },
  )

  test.for([
    ['participants=a', '+', 'a'],
    ['', '[', '%0A=1'],
    ['field.', '[', '%0A=1'],
  ] as const)('are read from %j and many %j in bounded time', async ([start, part, end]) => {
    const url = new URL(`https://support.example.com/tickets/x?${start}${part.repeat(200_000)}${end}`)
    expect(await processorTime(() => readParameters(url))).toBeLessThan(20_000)
  })
})
