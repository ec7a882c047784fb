import type { PgBoss } from 'pg-boss'
import { database } from '../database/db.ts'
import { type JobName, queues } from './queues.ts'

/** Milliseconds between two checks for due jobs. */
const pollInterval = 500

/** Queues with due jobs, by the conditions of pg-boss's own fetch, and how many: up to as many as their workers take. */
const text = `
  SELECT "queue"."name", "due"."jobs" FROM unnest($1::text[], $2::int[]) AS "queue" ("name", "max"), LATERAL (
    SELECT count(*)::int AS "jobs" FROM (
      SELECT FROM "pgboss"."job_common" AS "job" WHERE "job"."name" = "queue"."name"
      AND "state" < 'active' AND NOT "blocked" AND "start_after" < now() LIMIT "queue"."max") AS "some") AS "due"
  WHERE "due"."jobs" > 0`

const values = [
  Object.keys(queues),
  Object.values(queues).map(({ localConcurrency, batchSize }) => localConcurrency * batchSize),
]

/**
 * Wakes as many workers as due jobs need, until the returned function is called. With their own polling, each worker
 * would send a statement every second, all day.
 */
export function pollFor(boss: PgBoss, complain: (error: Error) => void): () => void {
  let polling = false
  const timer = setInterval(async () => {
    if (polling) return
    polling = true
    await wakeWorkers(boss).catch(complain)
    polling = false
  }, pollInterval).unref()
  return () => clearInterval(timer)
}

async function wakeWorkers(boss: PgBoss): Promise<void> {
  const name = database.pooled ? undefined : 'due-jobs'
  const { rows } = await database.jobs.query<{ name: JobName; jobs: number }>({ name, text, values })
  for (const { name, jobs } of rows) {
    const idle = boss.getWipData().filter((worker) => worker.name === name && worker.count === 0)
    const needed = Math.ceil(jobs / queues[name].batchSize)
    for (const { id } of idle.slice(0, needed)) boss.notifyWorker(id)
  }
}
