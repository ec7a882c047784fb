import { fromPrisma, PgBoss } from 'pg-boss'
import { afterAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

await startApp()
const { database, transaction } = await import('../../server/database/db.ts')
const { rows } = await import('../../server/database/rows.ts')
const { insertJob } = await import('../../server/jobs/insert-job.ts')
const { queues } = await import('../../server/jobs/queues.ts')
const { Prisma } = await import('../../prisma/generated/client/client.ts')

const boss = new PgBoss({
  db: { executeSql: (text, values) => database.jobs.query(text, values) },
  supervise: false,
  schedule: false,
})
await boss.start()
afterAll(() => boss.stop())
const names = Object.keys(queues) as (keyof typeof queues)[]
const rolledBack = new Error('rolled back')

test.for(names.flatMap((name) => [0, 90].map((after) => [name, after] as const)))(
  'the row of a %s job due in %i seconds equals that of pg-boss’s own send, in every column',
  async ([name, after]) => {
    const data = { eventIds: ['019ab0c5-5555-7000-8000-000000000000'], opened: true }
    const made = transaction(async (tx) => {
      await rows(insertJob(name, data, after), tx)
      await boss.send(name, data, { db: fromPrisma(tx), startAfter: after })
      const [ours, theirs, ...more] = await rows<{ id: string }>(
        Prisma.sql`
          SELECT tableoid::regclass::text, "job".* FROM "pgboss"."job" WHERE "created_on" = now() AND "name" = ${name}`,
        tx,
      )
      expect(more).toEqual([])
      expect(theirs).toMatchObject({ name, data })
      expect({ ...ours, id: '' }).toEqual({ ...theirs, id: '' })
      expect(ours?.id).not.toBe(theirs?.id)
      // In one transaction both rows have the same times, and nobody takes them before the rollback.
      throw rolledBack
    })
    await expect(made).rejects.toBe(rolledBack)
  },
)
