import type { TicketStatus } from '../../../prisma/generated/client/enums.ts'
import { type Actor, nobody } from '../../events/actor.ts'
import type { NewEvent } from '../../events/event.ts'

/** A ticket from which unrecorded events are reconstructed. */
export interface PastTicket {
  createdAt: Date
  status: TicketStatus
  solvedByTeamAt: Date | null
  /** In order. */
  messages: {
    id: string
    createdAt: Date
    customerId: string | null
    operatorId: string | null
    apiKeyId: string | null
  }[]
  participants: { id: string; addedAt: Date }[]
}

export interface PastEvent {
  event: NewEvent
  actor: Actor
  createdAt: Date
}

/**
 * The events that a ticket must have had, in order. What left no trace is missing: former assignees, or a manual status
 * that a message has changed since. Who added a participant or solved the ticket is unknown.
 */
export function pastOf({
  createdAt,
  status,
  solvedByTeamAt,
  messages,
  participants,
}: PastTicket): PastEvent[] {
  const events: PastEvent[] = []
  let current: TicketStatus | undefined
  let newest = createdAt
  for (const { id, createdAt: writtenAt, ...actor } of messages) {
    // The clocks of several processes may have differed.
    const at = writtenAt > newest ? writtenAt : newest
    newest = at
    if (current === undefined) events.push({ event: { type: 'TICKET_OPENED' }, actor, createdAt })
    events.push({ event: { type: 'MESSAGE_POSTED', messageId: id }, actor, createdAt: at })
    const to = actor.customerId ? 'OPEN' : 'PENDING'
    if (current && current !== to) {
      events.push({ event: { type: 'STATUS_CHANGED', from: current, to }, actor, createdAt: at })
    }
    current = to
  }
  // Those that came with the ticket are not events.
  for (const { id, addedAt } of participants.filter(({ addedAt }) => addedAt > createdAt)) {
    events.push({
      event: { type: 'PARTICIPANT_ADDED', participantId: id },
      actor: nobody,
      createdAt: addedAt,
    })
  }
  if (current && status === 'SOLVED' && solvedByTeamAt) {
    events.push({
      event: { type: 'STATUS_CHANGED', from: current, to: status },
      actor: nobody,
      createdAt: solvedByTeamAt,
    })
  }
  return events.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}
