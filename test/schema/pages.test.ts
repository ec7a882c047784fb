import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import type { Result } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key, customer } = await createTestWebsite(origin, rootKey)
const jane = await customer('jane@example.com')
const ids: string[] = []
for (let opened = 0; opened < 8; opened++) {
  const opening = { subject: `Ticket ${opened}`, body: 'Message 1' }
  ids.push((await jane.run('openTicket', opening, 'ticket { id }')).ticket.id)
}
const [id, otherId] = ids
for (const ticketId of [id, otherId]) {
  for (let position = 2; position <= 8; position++) {
    await jane.run('reply', { ticketId, body: `Message ${position}` }, '__typename')
  }
}
for (let added = 0; added < 8; added++) {
  await key.run('addAllowedDomain', { domain: `${added}.acme.com` }, '__typename')
}

interface Page {
  first?: number
  after?: string
  last?: number
  before?: string
}
const variables = '$first: Int, $after: String, $last: Int, $before: String'
const page = 'first: $first, after: $after, last: $last, before: $before'
const selection = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } }'

const lists = {
  tickets: (args: Page) => key.send(`query (${variables}) { tickets(${page}) ${selection} }`, { ...args }),
  messages: (args: Page, ticketId = id) =>
    key.send(`query (${variables}, $id: ID!) { ticket(id: $id) { messages(${page}) ${selection} } }`, {
      ...args,
      id: ticketId,
    }),
  auditEvents: (args: Page) =>
    key.send(`query (${variables}) { website { settings { auditEvents(${page}) ${selection} } } }`, {
      ...args,
    }),
}
type ListName = keyof typeof lists

async function read(name: ListName, args: Page) {
  const { data, errors } = await lists[name](args)
  if (errors) throw new Error(JSON.stringify(errors))
  return data.tickets ?? data.ticket?.messages ?? data.website.settings.auditEvents
}
const code = async (name: ListName, args: Page, ticketId?: string) =>
  (await lists[name](args, ticketId)).errors?.[0]?.extensions.code
const cursorsOf = (connection: { edges: { cursor: string }[] }) =>
  connection.edges.map(({ cursor }) => cursor)

const whole: Record<string, string[]> = {}
for (const name of Object.keys(lists) as ListName[]) whole[name] = cursorsOf(await read(name, {}))
const mixes = [{}, ...['first', 'last', 'after', 'before'].map((name) => ({ [name]: 2 }))]
  .flatMap((one, index, all) => all.slice(index).map((other) => ({ ...one, ...other })))
  .concat([
    { first: 2, after: 1, before: 6 },
    { last: 2, after: 1, before: 6 },
    { first: 0 },
    { last: 0, before: 6 },
  ])
  .filter((mix) => !('first' in mix && 'last' in mix)) as Record<keyof Page, number>[]

describe.for(Object.keys(lists) as ListName[])('a page of %s', (name) => {
  test.for(mixes)('with %o is what lies between the cursors, from the start or the end', async (mix) => {
    const cursors = whole[name] as string[]
    const { first, last, after, before } = mix
    const between = cursors.slice(after === undefined ? 0 : after + 1, before)
    const expected = last === undefined ? between.slice(0, first) : between.slice(between.length - last)
    const args = { first, last, after: cursors[after], before: cursors[before] }
    expect(cursorsOf(await read(name, args))).toEqual(expected)
  })

  test('shows whether there is more on either side', async () => {
    const cursors = whole[name] as string[]
    const more = async (args: Page) => (await read(name, args)).pageInfo
    expect(await more({ first: 2 })).toEqual({ hasNextPage: true, hasPreviousPage: false })
    expect(await more({ last: 2 })).toEqual({ hasNextPage: false, hasPreviousPage: true })
    expect(await more({ first: 2, after: cursors[1] })).toEqual({ hasNextPage: true, hasPreviousPage: true })
    expect(await more({})).toEqual({ hasNextPage: false, hasPreviousPage: false })
  })

  test.for([{ first: 101 }, { last: 101 }, { first: -1 }, { last: -1 }, { first: 1, last: 1 }])(
    'refuses the sizes %o',
    async (sizes) => {
      expect(await code(name, sizes)).toBe('BAD_USER_INPUT')
    },
  )

  const uuid = '01a2224c-d73a-75ef-9199-f2c70c1b1e06'
  const keys = [
    ...[null, 5, 'text', {}, [], [uuid], [5, 5], [[uuid], 5], [5, [uuid]], [{}, 5], [uuid, uuid]],
    ...[2 ** 31, 1e300, -1, 3.5, '3', null, [3]].flatMap((number) => [
      [uuid, number],
      [number, uuid],
    ]),
    ...['x', '\0', '\ud800', `${uuid}\0`, '%'].flatMap((id) => [[id], [id, 3], [3, id]]),
  ].filter(
    (key) =>
      JSON.stringify(key) !==
      JSON.stringify({ auditEvents: [uuid], tickets: [2 ** 31, uuid] }[name as string]),
  )
  const forged = [
    ...keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
    ...['N:3', 'N:abc', 'N:2147483648', 'S:3', 'I:3', 'D:3', '\0'].map((part) =>
      Buffer.from(`GPC:T:["S:${uuid}","${part}"]`).toString('base64'),
    ),
    ...[' ', '%E0%A4%A', '\0', '\ud800', 'GPC:J:{', '💥', 'a'.repeat(5_000)],
  ]

  test.for(['after', 'before'] as const)('refuses every forged cursor as `%s`', async (side) => {
    const codes = await Promise.all(forged.map((cursor) => code(name, { [side]: cursor })))
    expect(forged.filter((_cursor, index) => codes[index] !== 'BAD_USER_INPUT')).toEqual([])
  })

  test('refuses the cursors of other lists', async () => {
    const others = Object.entries(whole).filter(([other]) => other !== name)
    for (const [, [cursor]] of others) expect(await code(name, { after: cursor })).toBe('BAD_USER_INPUT')
  })
})

test('a page of messages refuses another ticket’s cursor, and is empty past the end', async () => {
  const [cursor, last] = [whole.messages?.[2], whole.messages?.at(-1)]
  expect(await code('messages', { after: cursor }, otherId)).toBe('BAD_USER_INPUT')
  expect(await code('messages', { first: 0, before: cursor }, otherId)).toBe('BAD_USER_INPUT')
  expect(cursorsOf(await read('messages', { after: last }))).toEqual([])
})

test('a page continues after a cursor of the previous version', async () => {
  const before = (key: string) => Buffer.from(`GPC:${key}`).toString('base64')
  const [uuid] = JSON.parse(Buffer.from(whole.messages?.[0] ?? '', 'base64url').toString())
  const message = before(`T:["S:${uuid}","N:3"]`)
  expect(cursorsOf(await read('messages', { first: 2, after: message }))).toEqual(whole.messages?.slice(3, 5))
  const [event] = JSON.parse(Buffer.from(whole.auditEvents?.[1] ?? '', 'base64url').toString())
  const events = await read('auditEvents', { first: 2, after: before(`S:${event}`) })
  expect(cursorsOf(events)).toEqual(whole.auditEvents?.slice(2, 4))
})

test('two pages of one list in one operation are independent', async () => {
  const query = `query ($id: ID!) { ticket(id: $id) {
    start: messages(first: 2) { edges { node { position } } }
    end: messages(last: 2) { edges { node { position } } }
  } }`
  const { ticket } = await key.ask(query, { id })
  const positions = ({ edges }: { edges: { node: { position: number } }[] }) =>
    edges.map(({ node }) => node.position)
  expect([positions(ticket.start), positions(ticket.end)]).toEqual([
    [1, 2],
    [7, 8],
  ])
})

test('pages of messages that are read while more are posted have no gaps and no repeats', async () => {
  const { ticket } = await jane.run('openTicket', { subject: 'Growing', body: 'Message 1' }, 'ticket { id }')
  const writers = [jane, key].map(async (writer) => {
    for (let posted = 0; posted < 15; posted++)
      await writer.run('reply', { ticketId: ticket.id, body: 'More' }, '__typename')
  })
  const positions: number[] = []
  const query = `query ($id: ID!, $after: String) { ticket(id: $id) {
    messages(first: 3, after: $after) { edges { node { position } } pageInfo { endCursor hasNextPage } }
  } }`
  for (let after: string | null = null; positions.length < 31; ) {
    const { edges, pageInfo }: Result = (await key.ask(query, { id: ticket.id, after })).ticket.messages
    positions.push(...edges.map(({ node }: { node: { position: number } }) => node.position))
    after = pageInfo.endCursor ?? after
  }
  await Promise.all(writers)
  expect(positions).toEqual(Array.from({ length: 31 }, (_, at) => at + 1))
})
