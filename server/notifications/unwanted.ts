import type { Outgoing } from './outgoing.ts'

/** Why a queued email is no longer relevant, or null when it is. */
export function unwanted({ mail, thread, ticket, operator, mute }: Outgoing): string | null {
  if (thread.mutedAt) return 'The recipient muted the ticket'
  switch (thread.role) {
    case 'OPERATOR':
      if (!operator?.active) return 'The recipient is no longer an operator'
      if (operator.notifications === 'NONE') return 'The recipient turned emails off'
      if (operator.notifications === 'ASSIGNED' && ticket.assigneeId !== operator.id) {
        return 'The ticket is no longer assigned to the recipient'
      }
      return isRead(mail, ticket.teamReadPosition) ? 'The team has already read it' : null
    case 'PARTICIPANT': {
      if (mute) return 'The recipient turned emails off'
      const participant = ticket.participants.find(({ email }) => email === thread.email)
      if (!participant) return 'The recipient no longer follows the ticket'
      return unneeded(mail, participant.readPosition, ticket.status)
    }
    case 'CUSTOMER':
      return mute
        ? 'The recipient turned emails off'
        : unneeded(mail, ticket.customerReadPosition, ticket.status)
  }
}

type Mail = Outgoing['mail']

function unneeded(mail: Mail, readPosition: number, status: string): string | null {
  if (mail.kind === 'RECEIVED' || mail.kind === 'INVITED') return null
  if (mail.kind === 'SOLVED' && status === 'SOLVED') return null
  return isRead(mail, readPosition) ? 'The recipient has already read it' : null
}

function isRead({ lastPosition }: Mail, readPosition: number): boolean {
  return lastPosition <= readPosition
}
