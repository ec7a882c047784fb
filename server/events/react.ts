import type { TicketEvent } from '../../prisma/generated/client/client.ts'
import { db } from '../database/db.ts'
import { type Outcome, work } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { wakeAudience } from './audience.ts'
import { internalTypes } from './internal.ts'
import { numberEvents } from './numbering.ts'
import { isHistory } from './tail.ts'

/** Enqueues what follows from events of one ticket that were recorded together. May run twice for them. */
type Reaction = (events: TicketEvent[]) => Promise<void>

/** Runs the reactions for every recorded event, in any process, even if the one that recorded it has died. */
export async function startReacting(reactions: Reaction[]): Promise<void> {
  await work('ticket-events', (data) => reactTo(data, reactions))
}

async function reactTo({ eventIds }: Jobs['ticket-events'], reactions: Reaction[]): Promise<Outcome> {
  const events = await db.ticketEvent.findMany({
    where: { id: { in: eventIds } },
    orderBy: { sequence: 'asc' },
  })
  const [first] = events
  if (!first) return 'done'
  // The recording process has numbered them, or has died.
  if (events.some(({ position }) => position === null)) {
    await numberEvents()
    const isInternal = events.every(({ type }) => internalTypes.has(type))
    if (isHistory(first) && !isInternal) wakeAudience(first.ticketId)
  }
  if (first.silent) return 'done'
  for (const reaction of reactions) await reaction(events)
  return 'done'
}
