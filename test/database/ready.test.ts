import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newEnvironment, postgres } from '../support/environment.ts'
import { type ServerProcess, spawnServer } from '../support/process.ts'

describe.skipIf(!postgres)('a server with an unusable database', () => {
  let server: ServerProcess
  let admin: pg.Client
  let origin: string
  let name: string

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    name = new URL(variables.DATABASE_URL ?? '').pathname.slice(1)
    admin = new pg.Client({ connectionString: variables.DATABASE_URL })
    await admin.connect()
    server = spawnServer(variables)
    origin = await server.origin
  })

  afterAll(async () => {
    await server.stop()
    await admin.end()
  })

  const statuses = () =>
    Promise.all(['/readyz', '/livez'].map(async (path) => (await fetch(origin + path)).status))
  const becomes = (readyz: number) => expect.poll(statuses, { interval: 50 }).toEqual([readyz, 200])

  test.for(['Website', 'Ticket'])(
    'is not ready while %s is locked, and is ready again afterwards',
    async (table) => {
      await becomes(200)
      await admin.query('BEGIN')
      await admin.query(`LOCK TABLE "${table}"`)
      await becomes(503)
      expect(await statuses(), 'still').toEqual([503, 200])
      await admin.query('ROLLBACK')
      await becomes(200)
    },
  )

  test('is not ready while nothing can be written, and is ready again afterwards', async () => {
    const reconnect = () =>
      admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [name],
      )
    await becomes(200)
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
    await reconnect()
    await becomes(503)
    await admin.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`)
    await reconnect()
    await becomes(200)
  })

  test('is not ready while a table is missing, and is ready again afterwards', async () => {
    await becomes(200)
    await admin.query('ALTER TABLE "Message" RENAME TO "Elsewhere"')
    await becomes(503)
    await admin.query('ALTER TABLE "Elsewhere" RENAME TO "Message"')
    await becomes(200)
  })
})
