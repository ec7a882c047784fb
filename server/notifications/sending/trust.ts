import type { EmailRole } from '../../../prisma/generated/client/enums.ts'
import type { Transaction } from '../../database/db.ts'

interface Invitation {
  id: string
  websiteId: string
  /** The ticket's customer: the inviter. */
  customerId: string
}

/**
 * Those addresses that know the ticket's customer: they have accepted an invitation of theirs, or have written in this
 * ticket.
 */
export async function acquaintances(
  tx: Transaction,
  { id, websiteId, customerId }: Invitation,
  emails: string[],
): Promise<Set<string>> {
  if (emails.length === 0) return new Set()
  const email = { in: emails }
  const accepted = await tx.emailThread.findMany({
    where: { websiteId, email, role: 'PARTICIPANT', confirmedAt: { not: null }, ticket: { customerId } },
    select: { email: true },
    distinct: ['email'],
  })
  // A posted email confirms its thread, above; one that the team accepts may be forged and confirms nothing.
  const wrote = await tx.message.findMany({
    where: { ticketId: id, customer: { email }, via: { not: 'EMAIL' } },
    select: { customer: { select: { email: true } } },
    distinct: ['customerId'],
  })
  return new Set([...accepted, ...wrote.map(({ customer }) => customer)].flatMap((one) => one?.email ?? []))
}

/**
 * Whether somebody may be sent what others wrote. Any customer can name anybody as a participant, so not before they
 * have accepted an invitation by that customer, even if the website knows them.
 */
export function isTrusted(role: EmailRole, email: string, acquainted: Set<string>): boolean {
  return role !== 'PARTICIPANT' || acquainted.has(email)
}
