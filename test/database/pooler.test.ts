import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PrismaClient } from '../../prisma/generated/client/client.ts'
import { TwoLanes } from '../../server/database/adapter.ts'
import { unlimited } from '../../server/database/check-settings.ts'
import type { Database } from '../../server/database/database.ts'
import { Outcomes } from '../../server/database/outcomes.ts'
import { openPostgres } from '../../server/database/postgres.ts'
import { newEnvironment, postgres } from '../support/environment.ts'

describe.skipIf(!postgres)('over a pooler', () => {
  let database: Database
  let prisma: PrismaClient
  let failing = false

  beforeAll(async () => {
    const { variables } = await newEnvironment()
    const url = variables.DATABASE_URL ?? ''
    database = openPostgres(url, url)
    database.writes.on('connect', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown
      Object.assign(client, {
        query: (...args: [{ text?: string }]) =>
          failing && args[0].text?.includes('set_config')
            ? Promise.reject(new Error('Connection terminated by the test'))
            : query(...args),
      })
    })
    prisma = new PrismaClient({ adapter: new TwoLanes(database, new Outcomes()) })
  })

  afterAll(async () => {
    await prisma.$disconnect()
    await database.close()
  })

  const write = () => prisma.$transaction((tx) => tx.$executeRaw`UPDATE "Website" SET "name" = "name"`)

  test('limits that the role does not set are found', async () => {
    expect(await unlimited(prisma)).toEqual(['lock_timeout', 'statement_timeout'])
  })

  test('a transaction whose limits cannot be set returns its connection with nothing open', async () => {
    failing = true
    const failed = await Promise.allSettled(Array.from({ length: 20 }, write))
    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']))
    failing = false
    expect(await Promise.all(Array.from({ length: 20 }, write))).toEqual(Array(20).fill(0))
    const { totalCount, idleCount, waitingCount } = database.writes
    expect([totalCount - idleCount, waitingCount]).toEqual([0, 0])
    const { rows } = await database.reads.query(`SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`)
    expect(rows).toEqual([{ open: 0 }])
  })
})
