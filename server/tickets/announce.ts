import { db } from '../db.ts'
import { publish, topics } from '../events/wakeups.ts'
import { log } from '../log.ts'

/**
 * Wakes everybody who may see the ticket, and those named in `also`, who could until now. Call after the commit:
 * what is written is written, so a failure here is only logged, and subscribers notice within seconds.
 */
export async function announce(ticketId: string, also: string[] = []): Promise<void> {
  try {
    await wake(ticketId, also)
  } catch (error) {
    log.warn({ err: error, ticketId }, 'wake-up not sent')
  }
}

async function wake(ticketId: string, also: string[]): Promise<void> {
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
