import type { Prisma } from '../../../prisma/generated/client/client.ts'
import type { EmailRole } from '../../../prisma/generated/client/enums.ts'
import type { Transaction } from '../../database/db.ts'
import { isErased } from '../../identity/email.ts'
import { acquaintances, isTrusted } from '../sending/trust.ts'
import type { Reader } from './pending-emails.ts'

/** A recipient, with their existing thread and whether they turned emails off. */
export type Addressee = Reader & { threadId: string | null; muted: boolean }

const withThreads = {
  customer: true,
  participants: true,
  website: { select: { emailDelaySeconds: true } },
  emailThreads: {
    include: {
      emails: { where: { kind: { in: ['RECEIVED', 'INVITED', 'SOLVED'] }, state: { not: 'SKIPPED' } } },
    },
  },
} satisfies Prisma.TicketInclude

export type TicketWithThreads = Prisma.TicketGetPayload<{ include: typeof withThreads }>

const ever = new Date(0)

export function findTicket(tx: Transaction, id: string): Promise<TicketWithThreads | null> {
  return tx.ticket.findUnique({ where: { id }, include: withThreads })
}

/**
 * Everybody who may get emails about the ticket: its customer, its participants, the operators who chose to. Nobody
 * gets two, and an erased customer none: an operator who also is the customer or a participant is left out of the team.
 */
export async function addresseesOf(tx: Transaction, ticket: TicketWithThreads): Promise<Addressee[]> {
  const { websiteId, customer, participants, assigneeId } = ticket
  const emails = [customer.email, ...participants.map(({ email }) => email)]
  const muted = await emailsOf(tx.emailMute.findMany({ where: { websiteId, email: { in: emails } } }))
  const acquainted = await acquaintances(tx, ticket, emails.slice(1))
  const assigned = { notifications: 'ASSIGNED', id: { in: assigneeId ? [assigneeId] : [] } } as const
  const operators = await tx.operator.findMany({
    where: { websiteId, active: true, OR: [{ notifications: 'ALL' }, assigned] },
  })
  const addressee = (role: EmailRole, email: string, readPosition: number, since: Date): Addressee => {
    const thread = ticket.emailThreads.find((thread) => thread.role === role && thread.email === email)
    const newest = (kind: string) =>
      thread?.emails
        .filter((row) => row.kind === kind)
        .map(({ createdAt }) => createdAt)
        .sort((one, other) => other.getTime() - one.getTime())[0]
    return {
      role,
      email,
      readPosition,
      since,
      threadId: thread?.id ?? null,
      emailedPosition: thread?.emailedPosition ?? 0,
      muted: thread?.mutedAt != null || (role !== 'OPERATOR' && muted.has(email)),
      trusted: isTrusted(role, email, acquainted),
      receivedEmail: newest('RECEIVED') !== undefined,
      invitedEmail: newest('INVITED') !== undefined,
      solvedEmailAt: newest('SOLVED') ?? null,
    }
  }
  const people = [
    ...(isErased(customer.email)
      ? []
      : [addressee('CUSTOMER', customer.email, ticket.customerReadPosition, ever)]),
    ...participants.map(({ email, readPosition, addedAt }) =>
      addressee('PARTICIPANT', email, readPosition, addedAt),
    ),
  ]
  const informed = new Set(people.filter(({ trusted }) => trusted).map(({ email }) => email))
  const team = operators.filter(({ email }) => !informed.has(email))
  return [...people, ...team.map(({ email }) => addressee('OPERATOR', email, ticket.teamReadPosition, ever))]
}

async function emailsOf(rows: Promise<{ email: string }[]>): Promise<Set<string>> {
  return new Set((await rows).map(({ email }) => email))
}
