import { db } from '../database/db.ts'
import type { JobName } from './queues.ts'

/** Whether a job of this name waits and may run now. */
export async function isDue(name: JobName): Promise<boolean> {
  const [found] = await db.$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT FROM "pgboss"."job_common"
      WHERE "name" = ${name} AND "state" < 'active' AND "start_after" <= now()) AS "due"`
  return found?.due === true
}
