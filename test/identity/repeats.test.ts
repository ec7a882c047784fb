import { isInputObjectType, isNonNullType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client, capitalize } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { sha256 } = await import('../../server/keys/keys.ts')
const { schema } = await import('../../server/schema.ts')
const leaving = 'olaf@acme.com'
const demoted = 'eve@acme.com'

const website = await createTestWebsite(origin, rootKey)
const { websiteId } = website
await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
const admin = await website.operator()
await admin.run('addOperator', { name: 'Eve', email: demoted, role: 'ADMIN' }, '__typename')
const operatorId = async (email: string) => {
  const { website: read } = await admin.ask('{ website { operators { id email } } }')
  return read.operators.find((operator: { email: string }) => operator.email === email).id
}

const owner = await website.customer('owner@example.com')
const participants = ['removed@example.com', 'left@example.com']
const opened = { subject: 'Help', body: 'Please', participants }
const ticketId: string = (await owner.run('openTicket', opened, 'ticket { id }')).ticket.id

async function keyFor(text: string) {
  await db.apiKey.create({
    data: { websiteId, name: text, hash: sha256(text), scopes: ['TICKETS_WRITE', 'SETTINGS_READ'] },
  })
  return apiClient(origin, text)
}

interface Row {
  client: Client
  /** Revokes rights. */
  change: () => Promise<unknown>
  /** The result of repeating each mutation after that. */
  verdicts: Record<string, string>
  customerEmail?: string
}

const all = (verdict: string) => ({ openTicket: verdict, reply: verdict, addNote: verdict })
/** Their own ticket stays visible, the other does not. */
const own = { openTicket: 'OpenTicketPayload', reply: 'NotFound', addNote: 'FORBIDDEN' }
const team = { customerEmail: 'owner@example.com' }
const remove = (client: Client, email: string) =>
  client.run('removeParticipant', { ticketId, email }, '__typename')
const removed = await website.customer('removed@example.com')
const left = await website.customer('left@example.com')
const byKey = (text: string, data: object) => db.apiKey.update({ where: { hash: sha256(text) }, data })

const rows: Record<string, Row> = {
  'the ticket’s owner, unchanged': {
    client: owner,
    change: async () => {},
    verdicts: { openTicket: 'OpenTicketPayload', reply: 'ReplyPayload', addNote: 'FORBIDDEN' },
  },
  'a participant who was removed': {
    client: removed,
    change: () => remove(owner, 'removed@example.com'),
    verdicts: own,
  },
  'a participant who left': { client: left, change: () => remove(left, 'left@example.com'), verdicts: own },
  'a key that was revoked': {
    client: await keyFor('tck_revoked'),
    change: () => byKey('tck_revoked', { revokedAt: new Date() }),
    verdicts: all('UNAUTHENTICATED'),
    ...team,
  },
  'a key that lost its scope to write': {
    client: await keyFor('tck_reduced'),
    change: () => byKey('tck_reduced', { scopes: ['TICKETS_READ', 'SETTINGS_READ'] }),
    verdicts: all('FORBIDDEN'),
    ...team,
  },
  'an operator who was removed': {
    client: await website.operator(leaving),
    change: async () => admin.run('removeOperator', { id: await operatorId(leaving) }, '__typename'),
    verdicts: all('UNAUTHENTICATED'),
    ...team,
  },
  'an operator who became an agent, and still answers tickets': {
    client: await website.operator(demoted),
    change: async () =>
      admin.run('updateOperator', { id: await operatorId(demoted), role: 'AGENT' }, '__typename'),
    verdicts: { openTicket: 'OpenTicketPayload', reply: 'ReplyPayload', addNote: 'AddNotePayload' },
    ...team,
  },
}

/** An input for each mutation with an idempotency key. */
const inputs: Record<string, object> = {
  openTicket: { subject: 'Mine', body: 'Mine' },
  reply: { ticketId, body: 'Mine' },
  addNote: { ticketId, body: 'Mine' },
}
const everything =
  'ticket { status customer { email } participants { email } messages(first: 50) { edges { node { body } } } }'
const payloads: Record<string, string> = {
  openTicket: everything,
  reply: `${everything} newMessage { body ${everything} }`,
  addNote: `note { body ${everything} }`,
}

const mutate = (mutation: string, { client, customerEmail }: Row) =>
  client.send(
    `mutation ($input: ${capitalize(mutation)}Input!) { ${mutation}(input: $input) {
      __typename ... on ${capitalize(mutation)}Payload { ${payloads[mutation]} }
    } }`,
    {
      input: {
        ...inputs[mutation],
        ...(mutation === 'openTicket' && { customerEmail }),
        idempotencyKey: 'key',
      },
    },
  )

for (const row of Object.values(rows)) {
  for (const mutation of Object.keys(inputs)) {
    // Customers never may.
    if (mutation === 'addNote' && !row.customerEmail) continue
    expect((await mutate(mutation, row)).data?.[mutation]?.__typename).toBe(`${capitalize(mutation)}Payload`)
  }
}
for (const { change } of Object.values(rows)) await change()
await owner.run('reply', { ticketId, body: 'Confidential' }, '__typename')

test('every mutation with an idempotency key is covered', () => {
  const withKey = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
    const input = args[0] && isNonNullType(args[0].type) ? args[0].type.ofType : undefined
    return isInputObjectType(input) && 'idempotencyKey' in input.getFields()
  })
  expect(withKey.map(({ name }) => name).sort()).toEqual(Object.keys(inputs).sort())
})

describe.for(Object.keys(inputs))('a repeat of %s is authorized like a first call', (mutation) => {
  test.for(Object.entries(rows))('for %s', async ([, row]) => {
    const verdict = row.verdicts[mutation]
    // Keys and operators may be cached for two seconds.
    await expect
      .poll(
        async () => {
          const { data, errors } = await mutate(mutation, row)
          return errors?.[0]?.extensions.code ?? data[mutation].__typename
        },
        { interval: 200 },
      )
      .toBe(verdict)
    const answer = JSON.stringify(await mutate(mutation, row))
    expect(answer.includes('Confidential')).toBe(verdict === 'ReplyPayload' || verdict === 'AddNotePayload')
  })
})
