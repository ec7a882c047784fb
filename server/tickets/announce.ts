import { db } from '../db.ts'
import { publish, topics } from '../events.ts'

/** Wakes everybody who may see the ticket, and those named in `also`, who could until now. Call after the commit. */
export async function announce(ticketId: string, also: string[] = []): Promise<void> {
  const ticket = await db.ticket.findUnique({
    where: { id: ticketId },
    select: {
      websiteId: true,
      customer: { select: { email: true } },
      participants: { select: { email: true } },
    },
  })
  if (!ticket) return
  const { websiteId, customer, participants } = ticket
  const readers = [customer.email, ...participants.map(({ email }) => email), ...also]
  publish({
    ticketId,
    topics: [
      topics.ticket(ticketId),
      topics.team(websiteId),
      ...readers.map((email) => topics.reader(websiteId, email)),
    ],
  })
}
