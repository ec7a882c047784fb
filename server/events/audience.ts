import { db } from '../database/db.ts'
import { log } from '../log/log.ts'
import { publish, topics } from './wakeups.ts'

/** A ticket with everybody who may see it. */
export interface Audience {
  id: string
  websiteId: string
  customer: { email: string }
  participants: { email: string }[]
}

function topicsOf({ websiteId, customer, participants }: Audience): string[] {
  const readers = [customer, ...participants].map(({ email }) => topics.reader(websiteId, email))
  return [topics.team(websiteId), ...readers]
}

/** The topics of everybody who may see each ticket. */
export async function audiencesOf(ticketIds: string[]): Promise<Map<string, string[]>> {
  const tickets = await db.ticket.findMany({
    where: { id: { in: ticketIds } },
    select: {
      id: true,
      websiteId: true,
      customer: { select: { email: true } },
      participants: { select: { email: true } },
    },
  })
  return new Map(tickets.map((ticket) => [ticket.id, topicsOf(ticket)]))
}

/** Wakes everybody who may see a ticket. Call after the commit. */
export function wake(ticket: Audience): void {
  publish({ ticketId: ticket.id, topics: [topics.ticket(ticket.id), ...topicsOf(ticket)] })
}

/** The same with only its id; if it fails, the next check makes up for it. */
export function wakeAudience(ticketId: string): void {
  audiencesOf([ticketId]).then(
    (audiences) =>
      publish({ ticketId, topics: [topics.ticket(ticketId), ...(audiences.get(ticketId) ?? [])] }),
    (err) => log.warn({ err, ticketId }, 'wake-up not sent; subscribers notice within seconds'),
  )
}
