import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { enqueue } = await import('../../server/jobs/jobs.ts')

test('a webhook endpoint waits a minute at most, however often a process died while sending to it', async () => {
  const endpointId = crypto.randomUUID()
  await transaction((tx) => enqueue(tx, 'webhooks', { endpointId, turn: 1 }, 3_600))
  await db.$executeRaw`
    UPDATE pgboss.job SET state = 'active', retry_count = 30, started_on = now(), heartbeat_on = now() - interval '1 hour'
    WHERE data->>'endpointId' = ${endpointId}`
  const retried = async () => {
    const [job] = await db.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM start_after - now())::float8 AS wait FROM pgboss.job
      WHERE data->>'endpointId' = ${endpointId} AND state = 'retry'`
    return job?.wait
  }
  await expect.poll(retried).toBeTypeOf('number')
  expect(await retried()).toBeLessThanOrEqual(60)
})
