import { randomUUID } from 'node:crypto'
import { getNamedType, isInputObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startOwnApp } from '../support/app.ts'
import { byCaller, type CallerName, everyCaller } from '../support/callers.ts'
import { capitalize } from '../support/client.ts'
import { idle } from '../support/jobs.ts'
import { mutationsOf } from '../support/mutations.ts'
import { upload } from '../support/upload.ts'

// Emails about the ticket are sent at once, or not during the tests.
const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '3600' })
const { db } = await import('../../server/database/db.ts')
const { schema } = await import('../../server/schema.ts')
const { website, foreign, owner, callers, newTicket } = await everyCaller(origin, rootKey)
const ticket = await newTicket()
await idle()
const foreignCategory = await db.category.create({
  data: { websiteId: foreign.websiteId, name: 'Theirs', position: 1 },
})
const foreignOperator = await db.operator.findFirstOrThrow({ where: { websiteId: foreign.websiteId } })

const mutations = await mutationsOf(website.websiteId, owner.renewalToken)

/** Every mutation of the schema with a ticket's id in its input. */
const aboutTickets = Object.entries(schema.getMutationType()?.getFields() ?? {}).flatMap(
  ([mutation, { args }]) => {
    const input = args[0] && getNamedType(args[0].type)
    return isInputObjectType(input) && input.getFields().ticketId ? [mutation] : []
  },
)

/** A checksum of every row of every table, without the last use of keys, which is written a minute later. */
async function checksum(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const sums = tables.map(async ({ name }) => {
    const rows = `SELECT md5(string_agg(text, ',' ORDER BY text)) AS sum
      FROM (SELECT (to_jsonb(row) - 'lastUsedAt')::text AS text FROM "${name}" AS row) AS rows`
    const [first] = await db.$queryRawUnsafe<{ sum: string }[]>(rows)
    return [name, first?.sum ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(sums))
}

const mutationOf = (mutation: string) =>
  `mutation ($input: ${capitalize(mutation)}Input!) { ${mutation}(input: $input) { __typename ... on UserError { message } } }`

/** The input of the table of mutations. */
const inputOf = (mutation: string, ticketId: string) => mutations[mutation]?.input(ticketId)

describe.for<CallerName>(['other', 'stranger', 'foreignAdmin', 'foreignKey'])(
  'somebody else’s ticket',
  (name) => {
    test.for(aboutTickets)(
      `is not changed by “${name}” with %s, and looks as if it had never existed`,
      async (mutation) => {
        const send = (input: unknown) => callers[name].send(mutationOf(mutation), { input })
        const input = await inputOf(mutation, ticket.id)
        const before = await checksum()
        const answer = await send(input)
        const verdicts = byCaller(callers, mutations[mutation]?.verdicts ?? {})
        expect(answer.errors?.[0]?.extensions.code ?? answer.data[mutation].__typename).toBe(verdicts[name])
        const none = await send(await inputOf(mutation, encodeGlobalID('Ticket', randomUUID())))
        expect(JSON.stringify(answer)).toBe(JSON.stringify(none))
        expect(await checksum()).toEqual(before)
      },
    )
  },
)

describe('another website’s', () => {
  test.for<[string, CallerName, string, Record<string, unknown>]>([
    [
      'category, for a new ticket',
      'owner',
      'openTicket',
      { subject: 'Hi', body: 'Hi', categoryId: encodeGlobalID('Category', foreignCategory.id) },
    ],
    [
      'category',
      'admin',
      'setTicketCategory',
      { ticketId: ticket.id, categoryId: encodeGlobalID('Category', foreignCategory.id) },
    ],
    [
      'category, by a key',
      'fullKey',
      'setTicketCategory',
      { ticketId: ticket.id, categoryId: encodeGlobalID('Category', foreignCategory.id) },
    ],
    [
      'operator',
      'admin',
      'assignTicket',
      { ticketId: ticket.id, operatorId: encodeGlobalID('Operator', foreignOperator.id) },
    ],
  ])('%s is not found', async ([, name, mutation, input]) => {
    const before = await checksum()
    expect(await callers[name].attempt(mutation, input)).toMatchObject({ __typename: 'NotFound' })
    expect(await checksum()).toEqual(before)
  })

  test.for<CallerName>(['owner', 'agent', 'fullKey', 'stranger'])(
    'or another caller’s upload is not attached for “%s”',
    async (name) => {
      const attachmentIds = [await upload(callers.other)]
      const before = await checksum()
      const own = { subject: 'Mine', body: 'Mine', attachmentIds }
      const opening = ['owner', 'stranger'].includes(name)
        ? own
        : { ...own, customerEmail: 'owner@example.com' }
      const tries: [string, object][] = [['openTicket', opening]]
      if (name !== 'stranger') tries.push(['reply', { ticketId: ticket.id, body: 'Mine', attachmentIds }])
      for (const [mutation, input] of tries) {
        expect(await callers[name].attempt(mutation, { ...input })).toMatchObject({
          __typename: 'InvalidInput',
        })
      }
      const after = await checksum()
      expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
    },
  )

  test('id of another type is refused as malformed', async () => {
    const before = await checksum()
    const input = { ticketId: encodeGlobalID('Message', randomUUID()), body: 'Mine' }
    expect(await callers.owner.attempt('reply', input)).toMatchObject({ __typename: 'InvalidInput' })
    expect(await checksum()).toEqual(before)
  })
})

describe('a viewer without the right', () => {
  test.for<[CallerName, string]>([
    ['owner', 'assignTicket'],
    ['owner', 'setTicketCategory'],
    ['participant', 'setTicketStatus'],
    ['participant', 'addParticipant'],
    ['reader', 'reply'],
    ['bareKey', 'reply'],
    ['root', 'reply'],
    ['nobody', 'reply'],
  ])('writes nothing: %s, %s', async ([name, mutation]) => {
    const before = await checksum()
    const input = await inputOf(mutation, ticket.id)
    const { errors } = await callers[name].send(mutationOf(mutation), { input })
    expect(errors?.[0]?.extensions.code).toBe(name === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
    expect(await checksum()).toEqual(before)
  })
})

test('the checksum changes with every write', async () => {
  const before = await checksum()
  await callers.owner.run('reply', { ticketId: ticket.id, body: 'Mine' }, 'ticket { id }')
  const after = await checksum()
  expect(
    Object.keys(after)
      .filter((table) => after[table] !== before[table])
      .sort(),
  ).toEqual(['KeyReadMark', 'Message', 'Ticket', 'TicketCount', 'TicketEvent'])
})
