import type { TicketEvent } from '../../prisma/generated/client/client.ts'
import { db, transaction } from '../database/db.ts'
import { dataOf } from '../events/event.ts'
import { enqueue } from '../jobs/jobs.ts'
import { emailDelay } from '../settings/email-delay.ts'
import { planEmails } from './plan.ts'

type Change = Pick<TicketEvent, 'type' | 'data' | 'customerId'>

/**
 * When somebody may want an email about an event: at once, if nothing else would notify them; after the website's
 * delay, if they have not seen it by then; or never.
 */
function whenDue(event: Change): 'at once' | 'after the delay' | 'never' {
  switch (event.type) {
    case 'TICKET_OPENED':
    case 'PARTICIPANT_ADDED':
      return 'at once'
    case 'MESSAGE_POSTED':
      return 'after the delay'
    case 'ASSIGNEE_CHANGED':
      return dataOf(event, 'ASSIGNEE_CHANGED').to ? 'after the delay' : 'never'
    case 'STATUS_CHANGED': {
      const isSolvedByTeam = dataOf(event, 'STATUS_CHANGED').to === 'SOLVED' && !event.customerId
      return isSolvedByTeam ? 'after the delay' : 'never'
    }
    default:
      return 'never'
  }
}

/** Plans the emails that events of one ticket may require, now or when they are due. */
export async function planFor(events: TicketEvent[]): Promise<void> {
  const due = events.map(whenDue)
  const [first] = events
  if (!first) return
  const { ticketId, websiteId, createdAt } = first
  const ticket = { ticketId, opened: events.some(({ type }) => type === 'TICKET_OPENED') }
  if (due.includes('at once')) await planEmails(ticket)
  else if (due.includes('after the delay')) {
    const website = await db.website.findUniqueOrThrow({
      where: { id: websiteId },
      select: { emailDelaySeconds: true },
    })
    const left = emailDelay(website) - Math.floor((Date.now() - createdAt.getTime()) / 1_000)
    if (left > 0) await transaction((tx) => enqueue(tx, 'ticket-news', ticket, left))
    else await planEmails(ticket)
  }
}
