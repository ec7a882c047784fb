import { db, transaction } from '../database/db.ts'
import { numberEvents } from '../events/numbering.ts'
import { enqueue, type Outcome, work } from '../jobs/jobs.ts'
import { fillPast } from './fill-past.ts'

const atOnce = 50
/** Seconds from one batch to the next: nothing else is to be slower for it. */
const pause = 1

/**
 * Begins to fill in the events of tickets from before there were events, the oldest first. Where the work stands is in the
 * rows: after a restart it goes on.
 */
export async function startFilling(): Promise<void> {
  await work('fill-past', fillNext)
  if (await isUnfilled()) await transaction((tx) => enqueue(tx, 'fill-past', {}))
}

const isUnfilled = () => db.ticket.findFirst({ where: { historyFilled: false }, select: { id: true } })

async function fillNext(): Promise<Outcome> {
  await transaction(async (tx) => {
    // A locked ticket is left for the next batch.
    const tickets = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id"::text FROM "Ticket" WHERE NOT "historyFilled"
      ORDER BY "createdAt", "id" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`
    if (tickets.length > 0) {
      await fillPast(
        tx,
        tickets.map(({ id }) => id),
      )
    }
  })
  await numberEvents()
  return (await isUnfilled()) ? { again: pause } : 'done'
}
