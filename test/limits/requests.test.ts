import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getNamedType, getNullableType, isInputObjectType, isListType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { load as loadPage } from '../support/page.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { decodeGlobalID, encodeGlobalID } = await import('../../server/api/global-id.ts')
const { schema } = await import('../../server/schema.ts')
const website = await createTestWebsite(origin, rootKey)
const customer = await website.customer('jane@example.com')
const admin = await website.operator()
const root = apiClient(origin, rootKey)
const page = apiClient(origin, undefined, { origin: dashboard })

const many = <Item>(item: Item) => Array.from({ length: 2_000 }, () => item)
const anAttachment = encodeGlobalID('Attachment', website.websiteId)
const signed = { websiteId: website.websiteId, email: 'jane@example.com' }

const createField = (more: object) =>
  admin.attempt('createCategoryField', {
    categoryId: encodeGlobalID('Category', website.websiteId),
    name: 'plan',
    label: 'Plan',
    type: 'CHOICE',
    ...more,
  })
const updateField = (more: object) =>
  admin.attempt('updateCategoryField', { id: encodeGlobalID('CategoryField', website.websiteId), ...more })

/** Every list argument, with a call that passes 2,000 items. */
const overlong: Record<string, () => Promise<unknown>> = {
  'Query.nodes(ids:)': () =>
    customer.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: many(encodeGlobalID('Ticket', website.websiteId)),
    }),
  'TicketFilter.statuses': () =>
    customer.send('query ($s: [TicketStatus!]) { tickets(filter: { statuses: $s }) { totalCount } }', {
      s: many('OPEN'),
    }),
  'Query.events(types:)': () =>
    customer.send('query ($t: [EventType!]) { events(types: $t) { pageInfo { endCursor } } }', {
      t: many('TICKET_OPENED'),
    }),
  'Ticket.events(types:)': async () => {
    const other = await website.customer('joe@example.com')
    const opened = await other.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    return other.send(
      `query ($id: ID!, $t: [EventType!]) { ticket(id: $id) { events(types: $t) { pageInfo { endCursor } } } }`,
      { id: opened.ticket.id, t: many('TICKET_OPENED') },
    )
  },
  'OpenTicketInput.participants': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', participants: many('joe@example.com') }),
  'OpenTicketInput.attachmentIds': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', attachmentIds: many(anAttachment) }),
  'ReplyInput.attachmentIds': async () => {
    const other = await website.customer('ann@example.com')
    const { ticket } = await other.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    return other.attempt('reply', { ticketId: ticket.id, body: 'Hi', attachmentIds: many(anAttachment) })
  },
  'TicketFilter.fields': () =>
    admin.send('query ($f: [TicketFieldFilter!]) { tickets(filter: { fields: $f }) { totalCount } }', {
      f: many({ name: 'plan', value: 'Pro' }),
    }),
  'OpenTicketInput.fields': () =>
    customer.attempt('openTicket', { subject: 'Hi', body: 'Hi', fields: many({ name: 'plan' }) }),
  'SetTicketFieldsInput.fields': () =>
    admin.attempt('setTicketFields', {
      ticketId: encodeGlobalID('Ticket', website.websiteId),
      fields: many({ name: 'plan' }),
    }),
  'CreateCategoryFieldInput.choices': () => createField({ choices: many('Pro') }),
  'CreateCategoryFieldInput.shownIfValues': () => createField({ shownIfValues: many('Pro') }),
  'UpdateCategoryFieldInput.choices': () => updateField({ choices: many('Pro') }),
  'UpdateCategoryFieldInput.shownIfValues': () => updateField({ shownIfValues: many('Pro') }),
  'UpdateWebsiteInput.attachmentTypes': () =>
    admin.attempt('updateWebsite', { attachmentTypes: many('image/png') }),
  'CreateApiKeyInput.scopes': () =>
    admin.attempt('createApiKey', { name: 'Bot', scopes: many('TICKETS_READ') }),
  'CreateWebsiteInput.allowedDomains': () =>
    root.attempt('createWebsite', { name: 'Acme', allowedDomains: many('app.acme.com') }),
  'CreateWebsiteInput.operators': () =>
    root.attempt('createWebsite', {
      name: 'Acme',
      operators: many({ name: 'Ada', email: 'ada@acme.com', role: 'ADMIN' }),
    }),
}

describe('a list in an argument', () => {
  test.for(Object.entries(overlong))('is refused with a sentence if it is too long: %s', async ([, call]) => {
    const answer = JSON.stringify(await call())
    expect(answer).toMatch(/BAD_USER_INPUT|InvalidInput/)
    expect(answer).toMatch(/at most|Too big|Give each/)
  })

  test('is cut if it is unsigned, so that nobody is locked out', async () => {
    const participants = Array.from({ length: 2_000 }, (_, index) => `joe${index}@example.com`)
    const input = { ...signed, hmac: hmac(signed.email, website.secret), participants }
    expect(await page.attempt('openSession', input)).toMatchObject({ __typename: 'OpenSessionPayload' })
  })

  test('is covered by these tests, for the whole schema', () => {
    const lists = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type))
        return Object.values(type.getFields())
          .filter((field) => isListType(getNullableType(field.type)))
          .map((field) => `${type.name}.${field.name}`)
      if (!isObjectType(type) || type.name.startsWith('__')) return []
      return Object.values(type.getFields()).flatMap((field) =>
        field.args
          .filter((arg) => isListType(getNullableType(arg.type)) && getNamedType(arg.type))
          .map((arg) => `${type.name}.${field.name}(${arg.name}:)`),
      )
    })
    const unsigned = ['OpenSessionInput.participants', 'CheckedSessionInput.participants']
    expect([...Object.keys(overlong), ...unsigned].toSorted()).toEqual(lists.toSorted())
  })

  test('may contain the same value several times', async () => {
    const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
    const ids = [ticket.id, ticket.id, ticket.id]
    const query = `query ($ids: [ID!]!) {
      nodes(ids: $ids) { id }
      tickets(filter: { statuses: [OPEN, OPEN, OPEN] }) { totalCount }
    }`
    expect(await customer.ask(query, { ids })).toEqual({
      nodes: [{ id: ticket.id }, { id: ticket.id }, { id: ticket.id }],
      tickets: { totalCount: 1 },
    })
  })
})

test('nodes come in the order of their ids, with the selection for each type; invisible ones are null', async () => {
  const opened = 'ticket { id lastMessage { id } customer { id } }'
  const { ticket } = await customer.run('openTicket', { subject: 'Order', body: 'First' }, opened)
  const stranger = await website.customer('stranger@example.com')
  const foreign = (await stranger.run('openTicket', { subject: 'Hi', body: 'Hi' }, opened)).ticket
  const nothing = encodeGlobalID('Ticket', website.websiteId)
  const upper = encodeGlobalID('Ticket', decodeGlobalID(ticket.id).id.toUpperCase())
  const ids = [ticket.lastMessage.id, foreign.id, ticket.id, nothing, foreign.lastMessage.id, upper]
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on Ticket { subject customer { email } lastMessage { body author { ... on Customer { name } } } }
    ... on Message { body ticket { number } }
  } }`
  const shown = {
    subject: 'Order',
    customer: { email: 'jane@example.com' },
    lastMessage: { body: 'First', author: { name: 'jane@example.com' } },
  }
  expect((await customer.ask(query, { ids })).nodes).toEqual([
    { body: 'First', ticket: { number: expect.any(Number) } },
    null,
    shown,
    null,
    null,
    shown,
  ])
})

describe('the console’s files', () => {
  test('are sent compressed to browsers that accept it', async () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../client/dist/assets/manifest.json', import.meta.url), 'utf8'),
    )
    const path = `/assets/${manifest['console/main.tsx'].file}`
    const plain = await load(path, 'identity')
    const brotli = await load(path, 'gzip, deflate, br, zstd')
    const gzip = await load(path, 'gzip')
    expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotli.vary).toMatch(/accept-encoding/i)
    expect(brotli.type).toMatch(/javascript/)
  })

  /** The bytes as sent. */
  function load(path: string, encodings: string) {
    return new Promise<{ body: Buffer; encoding?: string; vary?: string; type?: string }>(
      (resolve, reject) => {
        request(origin + path, { headers: { 'accept-encoding': encodings } }, async (response) => {
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk)
          const { 'content-encoding': encoding, vary, 'content-type': type } = response.headers
          resolve({ body: Buffer.concat(chunks), encoding, vary, type })
        })
          .on('error', reject)
          .end()
      },
    )
  }
})

describe('metrics without a token', () => {
  test('are for programs on this machine, not for clients of a proxy on it', async () => {
    const status = async (headers: Record<string, string>) =>
      (await loadPage(`${origin}/metrics`, headers)).status
    expect(await status({})).toBe(200)
    const proxied: Record<string, string>[] = [
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { 'x-real-ip': '203.0.113.7' },
      { host: 'support.example.com' },
    ]
    for (const headers of proxied) expect(await status(headers)).toBe(403)
  })
})
