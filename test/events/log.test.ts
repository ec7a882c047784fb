import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { numberEvents } = await import('../../server/events/numbering.ts')
const website = await createTestWebsite(origin, rootKey)
const other = await createTestWebsite(origin, rootKey)
const { key, websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const jane = await website.customer('jane@example.com')
const paul = await website.customer('paul@example.com')

const open = async (caller: Client, more = {}): Promise<string> =>
  (await caller.run('openTicket', { subject: 'Help', body: '1', ...more }, 'ticket { id }')).ticket.id
const mine = await open(jane)
const shared = await open(jane, { participants: ['paul@example.com'] })
const foreign = await open(other.key, { customerEmail: 'jane@example.com' })
await key.run('reply', { ticketId: mine, body: '2' }, '__typename')
await key.run('reply', { ticketId: shared, body: '2' }, '__typename')
await numberEvents()

interface Page {
  edges: { cursor: string; node: { __typename: string; cursor: string; ticket: { id: string } | null } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const selection =
  '{ edges { cursor node { __typename cursor ticket { id } } } pageInfo { hasNextPage endCursor } }'

async function read(caller: Client, args = ''): Promise<Page> {
  return (await caller.ask(`{ events${args && `(${args})`} ${selection} }`)).events
}
const code = async (caller: Client, args: string) =>
  (await caller.send(`{ events(${args}) ${selection} }`)).errors?.[0]?.extensions.code
const kinds = ({ edges }: Page) => edges.map(({ node }) => node.__typename)
const opened = ['TicketOpened', 'MessagePosted']
const answered = ['MessagePosted', 'StatusChanged']

describe('the log', () => {
  test('shows each caller the events of the tickets that they may see, oldest first', async () => {
    expect(kinds(await read(key))).toEqual([...opened, ...opened, ...answered, ...answered])
    expect(kinds(await read(jane))).toEqual([...opened, ...opened, ...answered, ...answered])
    expect(kinds(await read(paul))).toEqual([...opened, ...answered])
    expect(kinds(await read(other.key))).toEqual(opened)
    expect(kinds(await read(await other.customer('jane@example.com')))).toEqual(opened)
    expect(kinds(await read(await website.customer('eve@example.com')))).toEqual([])
  })

  test('shows the events of one ticket, or of some types', async () => {
    expect(kinds(await read(paul, `ticketId: "${shared}"`))).toEqual([...opened, ...answered])
    expect(kinds(await read(paul, `ticketId: "${mine}"`))).toEqual([])
    expect(kinds(await read(key, `ticketId: "${foreign}"`))).toEqual([])
    expect(kinds(await read(jane, 'types: [STATUS_CHANGED, TICKET_OPENED]'))).toEqual([
      ...['TicketOpened', 'TicketOpened', 'StatusChanged', 'StatusChanged'],
    ])
    expect(kinds(await read(key, 'types: []'))).toEqual([])
    expect(await code(key, 'ticketId: "nonsense"')).toBe('BAD_USER_INPUT')
  })

  test('leaves out types from a later release', async () => {
    const event = await db.ticketEvent.findFirstOrThrow({
      where: { websiteId },
      orderBy: { position: 'desc' },
    })
    await db.ticketEvent.update({ where: { id: event.id }, data: { type: 'TAGS_CHANGED' } })
    expect(kinds(await read(key))).toEqual([...opened, ...opened, ...answered, 'MessagePosted'])
    expect(kinds(await read(jane))).toEqual([...opened, ...opened, ...answered, 'MessagePosted'])
    await db.ticketEvent.update({ where: { id: event.id }, data: { type: event.type } })
  })

  test.for<[string, Client, string]>([
    ['a key', key, ''],
    ['a customer', jane, ''],
    ['a participant', paul, ''],
    ['a key, of one ticket', key, `, ticketId: "${mine}"`],
  ])('is paged forwards and backwards without repeats: for %s', async ([, caller, more]) => {
    const whole = await read(caller, `first: 100${more}`)
    const cursors = whole.edges.map(({ cursor }) => cursor)
    expect(whole.edges.map(({ node }) => node.cursor)).toEqual(cursors)
    const forwards: string[] = []
    for (let after = '', next = true; next; ) {
      const { edges, pageInfo } = await read(caller, `first: 3, after: "${after}"${more}`)
      forwards.push(...edges.map(({ cursor }) => cursor))
      ;({ hasNextPage: next, endCursor: after } = pageInfo as { hasNextPage: boolean; endCursor: string })
    }
    expect(forwards).toEqual(cursors)
    const { edges } = await read(caller, `last: 2, before: "${cursors.at(-1)}"${more}`)
    expect(edges.map(({ cursor }) => cursor)).toEqual(cursors.slice(-3, -1))
  })

  test('is also available by ticket, with the same cursors', async () => {
    const query = `query ($id: ID!, $after: String) { ticket(id: $id) { events(first: 2, after: $after) ${selection} } }`
    const { ticket } = await jane.ask(query, { id: shared })
    expect(kinds(ticket.events)).toEqual(opened)
    const after = ticket.events.pageInfo.endCursor
    expect(kinds((await jane.ask(query, { id: shared, after })).ticket.events)).toEqual(answered)
    expect((await read(jane, `after: "${after}", first: 1`)).edges).toHaveLength(1)
    const { errors } = await jane.send(query, { id: shared, after: 'nonsense' })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('a cursor', () => {
  test('that the log does not know is refused, with advice', async () => {
    const [first, second] = (await read(key)).edges.map(({ cursor }) => cursor)
    const [position, id] = JSON.parse(Buffer.from(first ?? '', 'base64url').toString())
    const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const [, otherId] = JSON.parse(Buffer.from(second ?? '', 'base64url').toString())
    for (const cursor of [
      ...[forge(position, otherId), forge(position + 1_000, id), forge(0, id), forge(-1, id), forge('1', id)],
      ...[forge(position), forge(1e300, id), forge(2 ** 53, id), 'nonsense', forge(position, id, 1)],
    ]) {
      expect(await code(key, `after: "${cursor}"`), cursor).toBe('BAD_USER_INPUT')
      expect(await code(key, `before: "${cursor}"`), cursor).toBe('BAD_USER_INPUT')
    }
    const { errors } = await key.send(`{ events(after: "${forge(position, otherId)}") ${selection} }`)
    expect(errors?.[0]?.message).toBe('Unknown cursor: start again')
    expect(await code(other.key, `after: "${first}"`), 'of another website').toBe('BAD_USER_INPUT')
  })

  test('without a name, as in older versions, is taken', async () => {
    const [first, second] = (await read(key)).edges.map(({ cursor }) => cursor)
    const [position, id] = JSON.parse(Buffer.from(first ?? '', 'base64url').toString())
    const older = Buffer.from(JSON.stringify([position, id])).toString('base64url')
    expect((await read(key, `after: "${older}"`)).edges[0]?.cursor).toBe(second)
  })

  test('of the log is refused by the list of tickets', async () => {
    const { endCursor } = (await read(key)).pageInfo
    const { errors } = await key.send(`{ tickets(after: "${endCursor}") { totalCount } }`)
    expect(errors?.[0]).toMatchObject({
      message: 'Not a cursor of this list',
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('is refused after an older database was restored, even if the log has grown past it again', async () => {
    await key.run('setTicketStatus', { ticketId: mine, status: 'SOLVED' }, '__typename')
    await numberEvents()
    const { endCursor } = (await read(key)).pageInfo
    // As it was before that.
    const { id } = await db.ticketEvent.findFirstOrThrow({
      where: { websiteId },
      orderBy: { position: 'desc' },
    })
    await db.ticketEvent.delete({ where: { id } })
    expect(await code(key, `after: "${endCursor}"`)).toBe('BAD_USER_INPUT')
    for (const status of ['OPEN', 'SOLVED', 'OPEN']) {
      await key.run('setTicketStatus', { ticketId: mine, status }, '__typename')
    }
    await numberEvents()
    expect(await code(key, `after: "${endCursor}"`)).toBe('BAD_USER_INPUT')
  })
})
