import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startProxy } from '../durability/proxy.ts'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { follow, listening, messageAdded } from '../support/live.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'
import { startPgBouncer } from './pgbouncer.ts'

describe.skipIf(!postgres)('through PgBouncer in transaction mode', () => {
  let variables: Record<string, string>
  let bouncer: Awaited<ReturnType<typeof startPgBouncer>>
  let database: pg.Client
  const servers: ServerProcess[] = []
  let website: TestWebsite

  beforeAll(async () => {
    ;({ variables } = await newEnvironment())
    const direct = variables.DATABASE_URL ?? ''
    bouncer = await startPgBouncer(direct)
    database = new pg.Client({ connectionString: direct })
    await database.connect()
    Object.assign(variables, {
      DATABASE_URL: bouncer.url,
      DATABASE_POOLER: 'transaction',
      DIRECT_DATABASE_URL: direct,
    })
    servers.push(spawnServer(variables), spawnServer(variables))
    website = await createTestWebsite((await servers[0]?.origin) ?? '', variables.ROOT_KEY ?? '')
  })

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await database.end()
    await bouncer.stop()
  })

  const open = (index: number) =>
    website.key.run(
      'openTicket',
      { subject: 'Help', body: `${index}`, customerEmail: 'jane@example.com' },
      'ticket { id }',
    )

  test('a start without the setting is refused with a sentence', async () => {
    const server = spawnServer({ ...variables, DATABASE_POOLER: undefined, DIRECT_DATABASE_URL: undefined })
    onTestFinished(async () => {
      await server.stop()
    })
    expect((await server.exited).code).toBe(1)
    expect(server.output()).toContain('DATABASE_URL points to a connection pooler, such as PgBouncer.')
  })

  test('a server behind a new pooler is not ready, and is ready again without it', async () => {
    const { variables: own } = await newEnvironment()
    const direct = new URL(own.DATABASE_URL ?? '')
    const target = { host: direct.hostname, port: Number(direct.port) }
    const proxy = await startProxy(target)
    const pooler = await startPgBouncer(direct.href)
    direct.hostname = '127.0.0.1'
    direct.port = String(proxy.port)
    const server = spawnServer({ ...own, DATABASE_URL: direct.href })
    onTestFinished(async () => {
      await server.stop()
      await proxy.down()
      await pooler.stop()
    })
    const origin = await server.origin
    const becomes = (status: number) =>
      expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { interval: 50 }).toBe(status)
    const lead = async (port: string) => {
      await proxy.down()
      target.port = Number(port)
      await proxy.up()
    }
    await becomes(200)
    const { port } = target
    await lead(new URL(pooler.url).port)
    await becomes(503)
    await lead(String(port))
    await becomes(200)
  })

  test('many concurrent writes and reads succeed, and all times are in UTC', async () => {
    await Promise.all(Array.from({ length: 80 }, (_, index) => open(index)))
    const reads = await Promise.all(
      Array.from({ length: 80 }, () =>
        website.key.ask(
          '{ tickets(first: 100) { totalCount edges { node { createdAt lastMessage { createdAt } } } } }',
        ),
      ),
    )
    for (const { tickets } of reads) {
      expect(tickets.totalCount).toBe(80)
      for (const { node } of tickets.edges) {
        const age = Date.now() - Date.parse(node.lastMessage.createdAt)
        expect(age, 'milliseconds').toBeLessThan(600_000)
        expect(age, 'milliseconds').toBeGreaterThan(-1_000)
      }
    }
  })

  test('messages travel between processes', async () => {
    const { ticket } = await open(0)
    const there = apiClient((await servers[1]?.origin) ?? '', website.apiKey)
    const conversation = follow(website.key, messageAdded, { ticketId: ticket.id, after: 0 })
    await conversation.count(1)
    await listening(website.origin, 1)
    for (let message = 2; message <= 5; message++) {
      await there.run('reply', { ticketId: ticket.id, body: 'More' }, 'newMessage { id }')
      await conversation.count(message)
    }
    await conversation.close()
  })

  test('a writer behind a lock is UNAVAILABLE before it is released, leaving others no limit', async () => {
    await database.query('BEGIN')
    await database.query('SELECT FROM "Website" FOR UPDATE')
    await expect(open(0)).rejects.toThrow('UNAVAILABLE')
    await database.query('ROLLBACK')
    await open(0)
    const other = new pg.Client({ connectionString: bouncer.url })
    await other.connect()
    const { rows } = await other.query(`SELECT current_setting('lock_timeout') AS lock,
      current_setting('statement_timeout') AS statement, current_setting('TimeZone') AS zone`)
    await other.end()
    expect(rows).toEqual([{ lock: '0', statement: '0', zone: 'America/New_York' }])
  })
})
