import type { Outgoing } from './outgoing.ts'

/** Why a mail need not be sent any more, or null when it is still wanted: much may happen while mails wait. */
export function unwanted({ mail, thread, ticket, operator, mute }: Outgoing): string | null {
  if (thread.mutedAt) return 'They muted the ticket'
  switch (thread.role) {
    case 'OPERATOR':
      if (!operator?.active) return 'They are no operator any more'
      if (operator.notifications === 'NONE') return 'They want no mails'
      if (operator.notifications === 'ASSIGNED' && ticket.assigneeId !== operator.id) {
        return 'The ticket is no longer theirs'
      }
      return isRead(mail, ticket.teamReadPosition) ? 'The team has read it' : null
    case 'PARTICIPANT': {
      if (mute) return 'They want no mails'
      const participant = ticket.participants.find(({ email }) => email === thread.email)
      if (!participant) return 'They no longer follow the ticket'
      return unneeded(mail, participant.readPosition, ticket.status)
    }
    case 'CUSTOMER':
      return mute ? 'They want no mails' : unneeded(mail, ticket.customerReadPosition, ticket.status)
  }
}

type Mail = Outgoing['mail']

function unneeded(mail: Mail, readPosition: number, status: string): string | null {
  if (mail.kind === 'RECEIVED' || mail.kind === 'INVITED') return null
  if (mail.kind === 'SOLVED' && status === 'SOLVED') return null
  return isRead(mail, readPosition) ? 'They have read it' : null
}

function isRead({ lastPosition }: Mail, readPosition: number): boolean {
  return lastPosition <= readPosition
}
