import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'
import { startProxy } from './proxy.ts'

describe.skipIf(!postgres)('while the database is down', () => {
  let proxy: Awaited<ReturnType<typeof startProxy>>
  let database: pg.Client
  let server: ServerProcess
  let variables: Record<string, string | undefined>
  let website: TestWebsite
  let callers: Client[]
  let ticketId = ''

  beforeAll(async () => {
    variables = (await newEnvironment()).variables
    const url = new URL(variables.DATABASE_URL ?? '')
    database = new pg.Client({ connectionString: url.href })
    await database.connect()
    proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
    url.port = String(proxy.port)
    url.hostname = '127.0.0.1'
    server = spawnServer({ ...variables, DATABASE_URL: url.href })
    website = await createTestWebsite(await server.origin, variables.ROOT_KEY ?? '')
    const jane = await website.customer('jane@example.com')
    const { ticket } = await jane.run('openTicket', { subject: 'Help', body: '1' }, 'ticket { id }')
    ticketId = ticket.id
    callers = [jane, website.key, await website.operator()]
  })

  afterAll(async () => {
    await server.stop()
    await proxy.down()
    await database.end()
  })

  const status = async (path: string) => (await fetch(`${website.origin}${path}`)).status
  const read = '{ tickets { edges { node { number } } } }'
  const post = (body: string) => website.key.run('reply', { ticketId, body }, 'newMessage { id }')

  /** Resolves when the server is ready again, on its own. */
  const recovered = () => expect.poll(() => status('/readyz'), { interval: 50 }).toBe(200)

  async function expectOutage() {
    const errors = await Promise.all(
      callers.map(async (caller) => {
        const { errors } = await caller.send(read)
        return errors
      }),
    )
    expect(errors.map((error) => error?.[0]?.extensions.code)).toEqual(Array(3).fill('UNAVAILABLE'))
    expect(JSON.stringify(errors)).not.toMatch(/prisma|postgres|127\.0\.0\.1|ECONN/i)
    const answer = await fetch(`${website.origin}/readyz`)
    expect([answer.status, await answer.text()]).toEqual([503, ''])
    expect(await status('/livez')).toBe(200)
  }

  test('every call fails as unavailable, and afterwards everything works without a restart', async () => {
    await post('before')
    await proxy.down()
    await expectOutage()
    const frame = await fetch(website.frameUrl('jane@example.com'), {
      headers: { referer: 'https://app.acme.com/', 'sec-fetch-dest': 'iframe' },
    })
    expect(frame.status).toBe(503)
    // Long enough for everything that retries to do so several times.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await expectOutage()
    await proxy.up()
    await recovered()
    for (const caller of callers) expect(await caller.ask(read)).toMatchObject({ tickets: { edges: [{}] } })
    await post('after')
    const { rows } = await database.query(`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`)
    expect(rows, 'connections that listen').toHaveLength(1)
  })

  test('a request in progress fails with an error and leaves nothing behind', async () => {
    await database.query('BEGIN')
    await database.query('LOCK TABLE "Ticket"')
    const input = { ticketId, body: 'Under way' }
    const asked = website.key.send('mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }', {
      input,
    })
    const waiting = `SELECT pg_stat_clear_snapshot(), (SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock') AS count`
    await expect.poll(async () => (await database.query(waiting)).rows[0].count, { interval: 20 }).toBe(1)
    await proxy.down()
    expect((await asked).errors?.[0]?.extensions.code).toBe('UNAVAILABLE')
    await database.query('ROLLBACK')
    await proxy.up()
    await recovered()
    const { rows } = await database.query(`SELECT FROM "Message" WHERE body = 'Under way'`)
    expect(rows).toEqual([])
  })

  test('a live stream goes on afterwards and misses nothing', async () => {
    const stream = follow(website.key, messageAdded, { ticketId, after: 0 })
    await stream.count(1)
    await listening(website.origin, 1)
    const before = stream.items.length
    await proxy.down()
    await expectOutage()
    const other = spawnServer(variables)
    const key = apiClient(await other.origin, website.apiKey)
    await key.run('reply', { ticketId, body: 'meanwhile' }, 'newMessage { id }')
    await other.stop()
    await proxy.up()
    await stream.count(before + 1)
    await post('afterwards')
    const items = await stream.count(before + 2)
    expect(items.slice(before).map((item) => item.messageAdded.body)).toEqual(['meanwhile', 'afterwards'])
    await stream.close()
  })

  test('and its connections fall silent, callers get an error, and the server reconnects', async () => {
    // Every pool has working connections.
    await post('warm')
    await Promise.all(callers.map((caller) => caller.send(read)))
    proxy.freeze()
    const asked = await Promise.all(callers.map((caller) => caller.send(read)))
    // A caller without a free connection gets a new one, which works.
    const codes = asked.map(({ errors }) => errors?.[0]?.extensions.code)
    expect(codes).toContain('UNAVAILABLE')
    expect(codes.filter((code) => code && code !== 'UNAVAILABLE')).toEqual([])
    await recovered()
    // Idle connections are found to be broken one by one.
    const posts = () =>
      post('after the silence').then(
        () => true,
        () => false,
      )
    await expect.poll(posts, { timeout: 180_000 }).toBe(true)
  })

  test('and accepts connections without responding, the same holds, without a flood of attempts', async () => {
    await proxy.down({ mute: true })
    await expectOutage()
    expect(proxy.attempts(), 'attempts to connect').toBeLessThan(40)
    await proxy.down()
    await proxy.up()
    await recovered()
    await post('again')
  })
})
