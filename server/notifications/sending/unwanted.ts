import type { Outgoing } from './outgoing.ts'

/** Why a queued email is no longer wanted; null if it still is. */
export function unwanted({ email, thread, ticket, operator, mute }: Outgoing): string | null {
  if (ticket.website.deletedAt) return 'The website was deleted'
  if (thread.mutedAt) return 'The recipient muted the ticket'
  switch (thread.role) {
    case 'OPERATOR':
      if (!operator?.active) return 'The recipient is no longer an operator'
      if (operator.notifications === 'NONE') return 'The recipient turned emails off'
      if (operator.notifications === 'ASSIGNED' && ticket.assigneeId !== operator.id) {
        return 'The ticket is no longer assigned to the recipient'
      }
      return isRead(email, ticket.teamReadPosition) ? 'The team has already read it' : null
    case 'PARTICIPANT': {
      if (mute) return 'The recipient turned emails off'
      const participant = ticket.participants.find(({ email }) => email === thread.email)
      if (!participant) return 'The recipient no longer follows the ticket'
      return unneeded(email, participant.readPosition, ticket.status)
    }
    case 'CUSTOMER':
      return mute
        ? 'The recipient turned emails off'
        : unneeded(email, ticket.customerReadPosition, ticket.status)
  }
}

type Email = Outgoing['email']

function unneeded(email: Email, readPosition: number, status: string): string | null {
  if (email.kind === 'RECEIVED' || email.kind === 'INVITED') return null
  if (email.kind === 'SOLVED' && status === 'SOLVED') return null
  return isRead(email, readPosition) ? 'The recipient has already read it' : null
}

function isRead({ lastPosition }: Email, readPosition: number): boolean {
  return lastPosition <= readPosition
}
