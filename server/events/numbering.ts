import { Prisma } from '../../prisma/generated/client/client.ts'
import { localLimits } from '../database/adapter.ts'
import { database, outcomes } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { rareWarning } from '../log/log.ts'
import { announce } from './tail.ts'

/** An arbitrary number that nothing else uses. */
const lockKey = 7_241_883_065n
const batchSize = 500
/** A sequence, so that the positions of deleted events are not given again: readers have passed them. */
const positions = '"TicketEvent_position_seq"'

let last: Promise<unknown> = Promise.resolve()
let waiting: Promise<void> | undefined

/**
 * Resolves when everything committed before the call has a position. Positions are assigned after the commit, by one
 * process at a time, so that nothing appears below one that a reader has seen. Concurrent calls share a run.
 */
export function numberEvents(): Promise<void> {
  if (waiting) return waiting
  const run = last.then(() => {
    waiting = undefined
    return numberAll()
  })
  last = run.catch(() => {})
  waiting = run
  return run
}

/** The same after a write, outside its request. If it fails, a job does it. */
export function numberSoon(): void {
  numberEvents().catch((err) => warn({ err }))
}

const warn = rareWarning('numbering failed; a job will retry')

/** Waits until numbering has finished, for shutdown. */
export async function numberingDone(): Promise<void> {
  await last
}

async function numberAll(): Promise<void> {
  if (!(await isBehind())) return
  for (let numbered = batchSize; numbered === batchSize; ) {
    numbered = await numberBatch()
    if (numbered > 0) announce()
  }
}

/** Whether there is anything to number, in one round trip and without the lock: often another run has done it. */
async function isBehind(): Promise<boolean> {
  const found = await rows(Prisma.sql`SELECT FROM "TicketEvent" WHERE "position" IS NULL LIMIT 1`)
  return found.length > 0
}

/**
 * One transaction in one round trip: its statements are sent together. A single statement that also numbered would not
 * see what others numbered while it waited for the lock.
 */
async function numberBatch(): Promise<number> {
  const done = await outcomes.note(
    database.writes.query(`
      ${database.pooled ? localLimits : 'SELECT'};
      SELECT pg_advisory_xact_lock(${lockKey});
      SELECT setval('${positions}', greatest("last_value", "highest"), "is_called" OR "highest" IS NOT NULL)
        FROM ${positions}, (SELECT max("position") AS "highest" FROM "TicketEvent") AS "log";
      WITH "due" AS (
        SELECT "id" FROM "TicketEvent" WHERE "position" IS NULL ORDER BY "sequence" LIMIT ${batchSize}
      ), "next" AS MATERIALIZED (SELECT "id", nextval('${positions}') AS "position" FROM "due")
      UPDATE "TicketEvent" SET "position" = "next"."position" FROM "next"
      WHERE "TicketEvent"."id" = "next"."id"`),
  )
  return (done as unknown as { rowCount: number }[]).at(-1)?.rowCount ?? 0
}
