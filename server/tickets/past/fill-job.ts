import { db, transaction } from '../../database/db.ts'
import { numberEvents } from '../../events/numbering.ts'
import { enqueue, type Outcome, work } from '../../jobs/jobs.ts'
import { fillPast } from './fill-past.ts'

const maxTickets = 50
/** The more messages tickets have, the fewer are in a batch, but at least one. */
const maxMessages = 1_000
/** Seconds between batches, so that nothing else becomes slower. */
const batchPause = 1

/**
 * Starts filling in the events of older tickets, oldest first. Progress is stored in the rows: after a restart it
 * continues.
 */
export async function startFilling(): Promise<void> {
  await work('fill-past', fillNext)
  if (await isUnfilled()) await transaction((tx) => enqueue(tx, 'fill-past', {}))
}

const isUnfilled = () => db.ticket.findFirst({ where: { historyFilled: false }, select: { id: true } })

async function fillNext(): Promise<Outcome> {
  await transaction(async (tx) => {
    // A locked ticket is left for the next batch.
    const tickets = await tx.$queryRaw<Unfilled[]>`
      SELECT "id"::text, "messageCount" FROM "Ticket" WHERE NOT "historyFilled"
      ORDER BY "createdAt", "id" LIMIT ${maxTickets} FOR UPDATE SKIP LOCKED`
    if (tickets.length > 0) await fillPast(tx, batchOf(tickets))
  })
  await numberEvents()
  return (await isUnfilled()) ? { again: batchPause } : 'done'
}

interface Unfilled {
  id: string
  messageCount: number
}

/** Ids of the first tickets that fit in one batch. */
export function batchOf(tickets: Unfilled[]): string[] {
  let messages = 0
  const ids: string[] = []
  for (const { id, messageCount } of tickets) {
    messages += messageCount
    if (ids.length > 0 && messages > maxMessages) break
    ids.push(id)
  }
  return ids
}
