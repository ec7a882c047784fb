import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { newEnvironment } from '../support/environment.ts'
import { startMailServer } from '../support/mail-server.ts'
import { load, newAddress } from '../support/page.ts'
import { spawnServer } from '../support/process.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'
import { canary, hexCanary, operations, traces } from './canary.ts'

const { variables, remove } = await newEnvironment()
await breakTable()
const mailServer = await startMailServer()
const server = spawnServer({
  ...variables,
  LOG_LEVEL: 'trace',
  NODE_ENV: 'development',
  TRUST_PROXY: '127.0.0.1,::1',
  SMTP_URL: mailServer.url,
  MAIL_FROM: 'support@acme.com',
  INBOUND_DOMAIN: 'reply.acme.com',
  INBOUND_SMTP_PORT: '0',
  INBOUND_SECRET: 'b'.repeat(16) + variables.SERVER_KEY,
})
afterAll(async () => {
  await server.stop()
  expect(traces(server.output())).toEqual([])
  await mailServer.down()
  remove()
})

const origin = await server.origin
const website = await createTestWebsite(origin, variables.ROOT_KEY ?? '')
const customer = await website.openSession('jane@example.com')
const operator = await website.openOperatorSession('ada@acme.com')
const tokens = { nobody: '', customer: customer.token, operator: operator.token, key: website.apiKey }

/** The log since the last check contains nothing that was sent; what is still in flight is checked next time. */
let seen = 0
async function expectNoTrace(awaited?: RegExp): Promise<Record<string, unknown>> {
  if (awaited) await expect.poll(() => server.output().slice(seen)).toMatch(awaited)
  const lines = server.output().slice(seen)
  seen += lines.length
  expect(traces(lines)).toEqual([])
  return JSON.parse(lines.split('\n').find((line) => awaited?.test(line)) ?? '{}')
}

/** Statements on messages fail from the start, so that the database reports errors with values. */
async function breakTable(): Promise<void> {
  const statement = 'ALTER TABLE "Message" RENAME COLUMN "body" TO "broken"'
  if (variables.DATABASE_URL) {
    const client = new pg.Client({ connectionString: variables.DATABASE_URL })
    await client.connect()
    await client.query(statement)
    await client.end()
  } else {
    const lite = await PGlite.create(join(variables.DATA_DIR ?? '', 'db'))
    await lite.exec(statement)
    await lite.close()
  }
}

async function post(body: string, token = '', headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...newAddress(),
      ...headers,
    },
    body,
  })
  await response.text()
}

describe('the log contains nothing that was sent', () => {
  test.for(Object.entries(tokens))(
    'in any argument, valid or invalid, over HTTP, by %s',
    async ([, token]) => {
      const all = operations()
      expect(all.length).toBeGreaterThan(300)
      for (let first = 0; first < all.length; first += 20) {
        await Promise.all(
          all.slice(first, first + 20).map((operation) => post(JSON.stringify(operation), token)),
        )
      }
      await expectNoTrace()
    },
  )

  test('in any argument, valid or invalid, over a WebSocket', async () => {
    const socket = await openSocket(origin)
    await socket.init(tokens.operator)
    for (const [index, { query, variables }] of operations().entries()) {
      socket.subscribe(String(index), query, variables)
      while ((await socket.next()).id !== String(index));
      socket.send({ id: String(index), type: 'complete' })
    }
    socket.close()
    await expectNoTrace()
  })

  test('even for failures of the database', async () => {
    const query = 'mutation ($i: OpenTicketInput!) { openTicket(input: $i) { __typename } }'
    await post(
      JSON.stringify({ query, variables: { i: { subject: canary, body: canary } } }),
      tokens.customer,
    )
    const line = await expectNoTrace(/"field":"openTicket"/)
    expect(line).toMatchObject({ msg: 'request failed', requestId: expect.anything() })
    expect(JSON.stringify(line)).toMatch(/P2022|42703/)
  })

  test('in requests that are not GraphQL', async () => {
    await post(`{"query": "${canary}`)
    await post(`{"query": "{ ${canary} "}`)
    await post(JSON.stringify({ query: `query ${canary} { viewer { ${canary}: __typename } }` }))
    await post(JSON.stringify({ query: '{ viewer { __typename } }', operationName: canary }))
    await post(JSON.stringify({ query: '{ viewer { __typename } }', [canary]: canary }))
    await post(JSON.stringify({ query: { [canary]: canary }, variables: canary }))
    await post(JSON.stringify([{ query: canary }]))
    await post(canary, canary, { 'content-type': canary, 'x-forwarded-for': canary })
    await load(`${origin}/graphql?query=${canary}&variables=${canary}`)
    await expectNoTrace()
  })

  test('in sockets that follow no protocol', async () => {
    for (const message of [
      canary,
      `{"type":"${canary}"}`,
      { type: 'subscribe', payload: canary },
      { id: canary },
    ]) {
      const socket = await openSocket(origin)
      socket.send(message)
      await socket.closed
    }
    for (const payload of [{ authorization: canary }, { authorization: `Bearer ${canary}` }]) {
      const socket = await openSocket(origin)
      socket.send({ type: 'connection_init', payload })
      await socket.closed
    }
    await expectNoTrace()
  })

  test('in addresses and headers of pages', async () => {
    const id = website.websiteId
    const query = new URLSearchParams({ email: `${canary}@example.com`, hmac: hexCanary, nickname: canary })
    for (const path of [
      `/tickets/${id}?${query}`,
      `/tickets/${id}?${query}&email=${canary}`,
      `/tickets/${canary}?${query}`,
      `/console/${id}?${query}&expires=${canary}`,
      `/console/${id}?${query}&expires=9999999999`,
      `/console/${id}/tickets/${canary}?token=${hexCanary.slice(0, 60)}`,
      `/mail/${canary}`,
      `/mail/confirm/${canary}`,
      `/${canary}`,
      `/assets/${canary}`,
      `/tickets/%${canary}`,
      `/demo/${canary}`,
    ]) {
      for (const referer of [`${dashboard}/${canary}`, `https://${canary}.test/`, canary]) {
        await load(origin + path, { referer, cookie: canary, authorization: canary, ...newAddress() })
      }
    }
    const signed = { 'webhook-id': canary, 'webhook-timestamp': canary, 'webhook-signature': canary }
    await fetch(`${origin}/inbound`, { method: 'POST', headers: signed, body: canary })
    await expectNoTrace()
  })

  test('if a mail server refuses an address and quotes it', async () => {
    const email = `${canary}@acme.com`
    mailServer.mood = (recipient) => `550 5.1.1 <${recipient}> unknown`
    await website.key.run('addOperator', { name: canary, email, role: 'AGENT' }, '__typename')
    const { __typename } = await website.key.attempt('sendTestEmail', { to: email })
    expect(__typename).toBe('NotDelivered')
    await expectNoTrace(/"msg":"test email not accepted"/)
  })
})
