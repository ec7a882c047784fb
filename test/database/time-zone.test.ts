import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startHere } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

/** A new database whose sessions start in `zone`. */
async function databaseIn(zone: string) {
  const { variables } = await newEnvironment()
  const database = new pg.Client({ connectionString: variables.DATABASE_URL })
  await database.connect()
  const name = new URL(variables.DATABASE_URL ?? '').pathname.slice(1)
  await database.query(`ALTER DATABASE ${name} SET timezone TO '${zone}'`)
  return { variables, database }
}

describe.skipIf(!postgres).each(['America/New_York', 'Asia/Tokyo'])('on a database in %s', (zone) => {
  let stop: () => Promise<void>
  let database: pg.Client
  let website: TestWebsite
  let url: string

  beforeAll(async () => {
    const made = await databaseIn(zone)
    database = made.database
    url = made.variables.DATABASE_URL ?? ''
    const server = await startHere(made.variables)
    stop = server.stop
    website = await createTestWebsite(server.origin, made.variables.ROOT_KEY ?? '')
  })

  afterAll(async () => {
    await stop()
    await database.end()
  })

  test('all times in one answer are the same instant: now', async () => {
    const started = Date.now()
    const jane = await website.customer('jane@example.com')
    const { ticket } = await jane.run('openTicket', { subject: 'Help', body: '1' }, 'ticket { id }')
    await jane.run('reply', { ticketId: ticket.id, body: '2' }, 'newMessage { id }')
    const read = await jane.ask(
      `query ($id: ID!) { ticket(id: $id) { createdAt lastActivityAt lastMessage { createdAt }
        messages(first: 5) { edges { node { createdAt } } } customer { createdAt } } }`,
      { id: ticket.id },
    )
    const times =
      JSON.stringify(read)
        .match(/\d{4}-\d\d-\d\dT[^"]+/g)
        ?.map((time) => Date.parse(time)) ?? []
    expect(times).toHaveLength(6)
    expect(Math.min(...times)).toBeGreaterThan(started - 1_000)
    expect(Math.max(...times)).toBeLessThan(Date.now() + 1_000)
    expect(Date.parse(read.ticket.lastActivityAt)).toBe(Date.parse(read.ticket.lastMessage.createdAt))
    const { rows } = await database.query(
      `SELECT FROM "Message" WHERE "createdAt" BETWEEN now() - interval '5 minutes' AND now()`,
    )
    expect(rows, 'rows written within minutes, by the database’s own clock').toHaveLength(2)
  })

  test('a secret signs during its overlap, but not after it is revoked', async () => {
    const { id } = (
      await website.key.ask('{ website { settings { secrets { id kind } } } }')
    ).website.settings.secrets.find(({ kind }: { kind: string }) => kind === 'CUSTOMER')
    await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 1 }, 'value')
    const { token } = await website.openSession('jane@example.com')
    await website.key.run('revokeSecret', { id }, '__typename')
    await expect.poll(() => website.openSession('jane@example.com').catch(String)).toContain('NotAllowed')
    await expect
      .poll(
        async () =>
          (await apiClient(website.origin, token).send('{ viewer { __typename } }')).errors?.[0]?.extensions,
      )
      .toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('times in the hour that daylight saving skips stay distinct and in order', async () => {
    const { Adapter } = await import('../../server/database/adapter.ts')
    const { openPostgres } = await import('../../server/database/postgres.ts')
    const { PrismaClient } = await import('../../prisma/generated/client/client.ts')
    const { writes, close } = openPostgres(url)
    onTestFinished(close)
    const prisma = new PrismaClient({ adapter: new Adapter(writes) })
    const times = ['02:30', '02:40', '03:10', '03:30'].map((time) => `2026-03-08T${time}:00.000Z`)
    await prisma.customer.createMany({
      data: times.map((time) => ({
        websiteId: website.websiteId,
        email: `${time}@example.com`,
        createdAt: time,
      })),
    })
    const { rows } = await database.query(
      `SELECT "createdAt" FROM "Customer" WHERE "createdAt" < '2026-04-01' ORDER BY "createdAt", email DESC`,
    )
    expect(rows.map(({ createdAt }) => createdAt.toISOString())).toEqual(times)
  })
})

describe.skipIf(!postgres)('a start', () => {
  test.for([
    ['UTC', 0, 0],
    ['America/New_York', 0, 1],
    ['UTC', -300, 1],
    ['America/New_York', 540, 1],
  ])('on a database in %s whose rows are %i minutes off warns %i times', async ([zone, minutes, times]) => {
    const { variables, database } = await databaseIn(String(zone))
    onTestFinished(() => database.end())
    const id = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'
    await database.query(`INSERT INTO "Website" (id, name) VALUES ($1, 'Acme')`, [id])
    const at = new Date(0x0193a2b07c1e + Number(minutes) * 60_000).toISOString()
    await database.query(
      `INSERT INTO "SigningSecret" (id, "websiteId", kind, sealed, bound, "createdAt") VALUES ($1, $1, 'CUSTOMER', '', true, $2)`,
      [id, at],
    )
    const { log } = await import('../../server/log/log.ts')
    const warn = vi.spyOn(log, 'warn')
    onTestFinished(() => warn.mockRestore())
    const server = await startHere(variables)
    onTestFinished(server.stop)
    const warnings = warn.mock.calls.filter((call) => String(call.at(-1)).includes('off by hours'))
    expect(warnings).toHaveLength(Number(times))
  })
})
