import type { EmailKind, EmailRole } from '../../../prisma/generated/client/enums.ts'

/** A possible recipient of emails about a ticket, and what they know of it. */
export interface Reader {
  role: EmailRole
  /** Trimmed and lower-cased. */
  email: string
  /** Position up to which they have read, themselves or, for operators, as a team. */
  readPosition: number
  /** Position up to which they were emailed. */
  emailedPosition: number
  /** Anything older was written before it concerned them. */
  since: Date
  /** Whether they may be sent messages: not participants who have not accepted their invitation. */
  trusted: boolean
  receivedEmail: boolean
  invitedEmail: boolean
  /** When they were last emailed that it is solved. */
  solvedEmailAt: Date | null
}

export interface TicketState {
  /** At least those that some reader does not know, in order. */
  messages: {
    position: number
    createdAt: Date
    authorEmail: string | null
    byTeam: boolean
    /** False for one that no email is sent for. */
    notify: boolean
  }[]
  solvedByTeamAt: Date | null
  /** Whether the customer has just opened it. */
  justReceived: boolean
  /** Milliseconds in which people may read the ticket before they are emailed. */
  delay: number
}

export interface PendingEmail {
  kind: EmailKind
  /** Positions of the messages in the email; first is above last for none. */
  firstPosition: number
  lastPosition: number
  /** When the email is due. */
  dueAt: Date
}

const noMessages = { firstPosition: 1, lastPosition: 0 }
const immediately = new Date(0)

/** What one reader has not been notified of, one item per email. */
export function pendingEmailsFor(reader: Reader, ticket: TicketState): PendingEmail[] {
  const unseen = unseenBy(reader, ticket)
  const range = { firstPosition: unseen[0]?.position ?? 1, lastPosition: unseen.at(-1)?.position ?? 0 }
  if (reader.role === 'OPERATOR') {
    if (!unseen[0]) return []
    const kind = range.firstPosition === 1 ? 'TEAM_OPENED' : 'TEAM_REPLIED'
    return [{ kind, ...range, dueAt: later(unseen[0].createdAt, ticket.delay) }]
  }
  if (reader.role === 'PARTICIPANT' && !reader.invitedEmail) {
    return [{ kind: 'INVITED', ...(reader.trusted ? range : noMessages), dueAt: immediately }]
  }
  if (!reader.trusted) return []
  const pending: PendingEmail[] = []
  if (reader.role === 'CUSTOMER' && ticket.justReceived && !reader.receivedEmail) {
    pending.push({ kind: 'RECEIVED', firstPosition: 1, lastPosition: 1, dueAt: immediately })
  }
  const solvedAt = isUnnotified(reader, ticket.solvedByTeamAt) ? ticket.solvedByTeamAt : null
  const oldest = earliest(unseen[0]?.createdAt, solvedAt)
  if (oldest) {
    pending.push({ kind: solvedAt ? 'SOLVED' : 'REPLIED', ...range, dueAt: later(oldest, ticket.delay) })
  }
  return pending
}

/** Others' messages that the reader has neither read nor been emailed. For operators, only customers’ messages. */
function unseenBy(reader: Reader, { messages }: TicketState) {
  const known = Math.max(reader.readPosition, reader.emailedPosition)
  return messages.filter(
    ({ position, createdAt, authorEmail, byTeam, notify }) =>
      notify &&
      position > known &&
      createdAt >= reader.since &&
      authorEmail !== reader.email &&
      !(byTeam && reader.role === 'OPERATOR'),
  )
}

function isUnnotified({ since, solvedEmailAt }: Reader, solvedAt: Date | null): solvedAt is Date {
  return solvedAt !== null && solvedAt >= since && (solvedEmailAt === null || solvedEmailAt < solvedAt)
}

function earliest(one: Date | undefined, other: Date | null): Date | undefined {
  if (!one || !other) return one ?? other ?? undefined
  return one < other ? one : other
}

function later(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds)
}
