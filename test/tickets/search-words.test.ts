import { beforeAll, describe, expect, test, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { findTickets } from '../support/find-tickets.ts'
import { olderThan } from '../support/newer-tickets.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')
const website = await createTestWebsite(origin, rootKey)
const { key } = website

const find = (search: string, caller = key) => findTickets(caller, search)

const open = async (subject: string, body: string, customerEmail = 'jane@example.com') =>
  (await key.run('openTicket', { subject, body, customerEmail }, 'ticket { id }')).ticket.id

const wordless = () => db.$queryRaw<object[]>`
  SELECT FROM "Message" WHERE "words" IS NULL UNION ALL SELECT FROM "Customer" WHERE "words" IS NULL`

async function fillWords() {
  await transaction((tx) => enqueue(tx, 'fill-words', {}))
  await vi.waitFor(async () => expect(await wordless()).toEqual([]), { timeout: 60_000, interval: 100 })
}

beforeAll(async () => {
  // Files before this one left rows without words.
  await fillWords()
  await open('Zeppelin tickets', 'The captain asks for a refund')
  const second = await open('Luftschiff', 'Grüße aus ÖSTERREICH, 日本語のテスト')
  await key.run('reply', { ticketId: second, body: 'Re\u0301sume\u0301 of C:\\temp\\new' }, '__typename')
  await open('Balloon', 'From somebody else', 'montgolfier@example.com')
  await website.customer('montgolfier@example.com', { nickname: 'Étienne M.' })
  await open('Coffee', 'Un cafe\u0301 cr\u00e8me, m\u1ed9t ti\u00ea\u0301ng, \ud55c\u1100\u1173\u11af')
  const other = await createTestWebsite(origin, rootKey)
  const input = { subject: 'Zeppelin', body: 'Captain', customerEmail: 'jane@example.com' }
  await other.key.run('openTicket', input, '__typename')
  await olderThan(website.websiteId, 1_600)
})

describe('a search of the team finds below the newest tickets', () => {
  test.for<[string, string, number[]]>([
    ['a word of a subject', 'ZEPPELIN', [1]],
    ['the beginning of a word', 'zepp', [1]],
    ['words of a message in their order', 'captain asks for a ref', [1]],
    ['no words in another order', 'asks captain', []],
    ['no words of two messages together', 'captain zeppelin', []],
    ['a word of a reply, composed differently', 'r\u00e9sum\u00e9', [2]],
    ['words of which one is composed differently', 'caf\u00e9 cr\u00e8me', [4]],
    ['the same, decomposed', 'cafe\u0301 cre\u0300me', [4]],
    ['a letter that is composed in part', 'ti\u1ebfng', [4]],
    ['a syllable in its parts', '\ud55c\uae00', [4]],
    ['what is between words', 'C:\\temp\\n', [2]],
    ['letters in another case', 'österreich', [2]],
    ['a part of a text without spaces', '本語の', [2]],
    ['one letter of a text without spaces', '語', [2]],
    ['an address', 'montgolfier@', [3]],
    ['a name given later', 'étienne m', [3]],
    ['no end of a word', 'eppelin', []],
    ['nothing that is not there', 'qqqqqq', []],
  ])('%s', async ([, search, numbers]) => expect(await find(search)).toEqual(numbers))
})

test('a search of the team finds the end of a word in the newest tickets', async () => {
  await open('Airship', 'It is a zeppelin')
  expect(await find('eppelin')).toEqual([1_605])
  await transaction((tx) => tx.ticket.deleteMany({ where: { websiteId: website.websiteId, number: 1_605 } }))
})

test('a search of a customer finds the end of a word', async () => {
  expect(await find('eppelin', await website.customer('jane@example.com'))).toEqual([1])
})

test('a search finds the newest first, page after page, each once', async () => {
  for (let at = 0; at < 5; at++) await open('Gondola', `Gondola ${at}`)
  await olderThan(website.websiteId, 1_600)
  const page = `query ($first: Int, $after: String, $last: Int, $before: String) {
    tickets(first: $first, after: $after, last: $last, before: $before, filter: { search: "gondola" }) {
      edges { cursor node { number } }
      pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
    }
  }`
  type Edge = { cursor: string; node: { number: number } }
  /** On a busy machine, a search may pause before it has found anything. */
  async function read(variables: Record<string, unknown>): Promise<Edge[]> {
    const { edges, pageInfo } = (await key.ask(page, variables)).tickets
    if (edges.length > 0) return edges
    if (variables.first && pageInfo.hasNextPage) return read({ ...variables, after: pageInfo.endCursor })
    if (variables.last && pageInfo.hasPreviousPage)
      return read({ ...variables, before: pageInfo.startCursor })
    return edges
  }
  const numbers = (edges: { node: { number: number } }[]) => edges.map(({ node }) => node.number)
  const all = await find('gondola')
  expect(all).toHaveLength(5)
  expect(all).toEqual([...all].sort((one, other) => other - one))
  const first = await read({ first: 2 })
  expect(numbers(first)).toEqual(all.slice(0, 2))
  expect(numbers(await read({ first: 2, after: first[1]?.cursor }))).toEqual(all.slice(2, 4))
  expect(numbers(await read({ last: 2 }))).toEqual(all.slice(-2))
})

test('texts that have no words yet are found, and found by words once they have', async () => {
  await db.$executeRaw`UPDATE "Message" SET "words" = NULL WHERE "body" LIKE 'The captain%'`
  await db.$executeRaw`UPDATE "Customer" SET "words" = NULL WHERE "email" = 'montgolfier@example.com'`
  expect(await find('eppelin')).toEqual([1])
  expect(await find('zeppelin')).toEqual([1])
  expect(await find('montgol')).toEqual([3])
  await fillWords()
  expect(await find('eppelin')).toEqual([])
  expect(await find('zeppelin')).toEqual([1])
  expect(await find('étienne')).toEqual([3])
})
