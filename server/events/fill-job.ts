import { db, type Transaction, transaction } from '../database/db.ts'
import { enqueue, type Outcome, work } from '../jobs/jobs.ts'
import { fillPast } from './fill-past.ts'
import { numberEvents } from './numbering.ts'

const atOnce = 50
/** How many are filled before the job gives way to others: it is tried again at once. */
const maxInTurn = 500
const unfilled = { historyFilled: false }

/**
 * Begins to fill in the events of tickets from before there were events, the oldest first. Where the work stands is in the
 * rows: after a restart it goes on.
 */
export async function startFilling(): Promise<void> {
  await work('fill-past', fillAll)
  const waits = await db.ticket.findFirst({ where: unfilled, select: { id: true } })
  if (waits) await transaction((tx) => enqueue(tx, 'fill-past', {}))
}

async function fillAll(): Promise<Outcome> {
  for (let done = 0; done < maxInTurn; ) {
    const tickets = await db.ticket.findMany({
      where: unfilled,
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: atOnce,
    })
    if (tickets.length === 0) return 'done'
    for (const { id } of tickets) await transaction((tx) => fill(tx, id))
    await numberEvents()
    done += tickets.length
  }
  return { again: 0 }
}

async function fill(tx: Transaction, id: string): Promise<void> {
  const locked = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "Ticket" WHERE "id" = ${id}::uuid AND NOT "historyFilled" FOR UPDATE`
  if (locked.length > 0) await fillPast(tx, id)
}
