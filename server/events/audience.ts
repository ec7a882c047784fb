import { db } from '../database/db.ts'
import { log } from '../log/log.ts'
import { publish } from '../wakeups/publish.ts'
import { topics, type Wake } from '../wakeups/wake.ts'

/** A ticket with everybody who may see it. */
export interface Audience {
  id: string
  websiteId: string
  updatedAt: Date
  customer: { email: string }
  participants: { email: string }[]
}

function wakeFor({ id, websiteId, updatedAt, customer, participants }: Audience): Wake {
  const readers = [customer, ...participants].map(({ email }) => topics.reader(websiteId, email))
  return { ticketId: id, at: updatedAt.getTime(), topics: [topics.team(websiteId), ...readers] }
}

/** Wake-ups of everybody who may see each ticket, for its current state. */
export async function wakesFor(ticketIds: string[]): Promise<Map<string, Wake>> {
  const tickets = await db.ticket.findMany({
    where: { id: { in: ticketIds } },
    select: {
      id: true,
      websiteId: true,
      updatedAt: true,
      customer: { select: { email: true } },
      participants: { select: { email: true } },
    },
  })
  return new Map(tickets.map((ticket) => [ticket.id, wakeFor(ticket)]))
}

/** Wakes everybody who may see a changed ticket. Call after the commit. */
export function wake(ticket: Audience): void {
  publishWithConversation(wakeFor(ticket))
}

/** The same with only its id; if it fails, the next check makes up for it. */
export function wakeAudience(...ticketIds: string[]): void {
  wakesFor(ticketIds).then(
    (wakes) => {
      for (const ticketId of ticketIds)
        publishWithConversation(wakes.get(ticketId) ?? { ticketId, topics: [] })
    },
    (err) => log.warn({ err, ticketIds }, 'wake-up not sent; subscribers catch up within seconds'),
  )
}

function publishWithConversation(wake: Wake): void {
  publish({ ...wake, topics: [topics.ticket(wake.ticketId ?? ''), ...wake.topics] })
}
