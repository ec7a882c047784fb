import { db, type Transaction } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'
import { enqueue } from '../jobs/jobs.ts'

const minute = 60_000
/** Milliseconds for which a link works: one that was requested, and one in an invitation. */
const lifetimes = { request: 15 * minute, invitation: 24 * 60 * minute }

interface Request {
  websiteId: string
  email: string
  /** Number of the ticket that the link opens; null for none. */
  ticketNumber?: number | null
}

/** Enqueues the email with a sign-in link and returns the link's id. Only active operators are sent one. */
export async function makeSignInLink(
  tx: Transaction,
  kind: keyof typeof lifetimes,
  { websiteId, email, ticketNumber = null }: Request,
): Promise<string> {
  const expiresAt = new Date(Date.now() + lifetimes[kind])
  const invitation = kind === 'invitation'
  const { id: signInLinkId } = await tx.signInLink.create({
    data: { websiteId, email, ticketNumber, invitation, expiresAt },
    select: { id: true },
  })
  await enqueue(tx, 'sign-in-link', { signInLinkId })
  return signInLinkId
}

/** Enqueues the invitation email for an operator. */
export async function invite(tx: Transaction, operator: { id: string; websiteId: string; email: string }) {
  const invitationId = await makeSignInLink(tx, 'invitation', operator)
  await tx.operator.update({ where: { id: operator.id }, data: { invitationId } })
}

/** Milliseconds for which an expired link is kept, as the record of its email. */
const retention = 30 * 24 * 60 * minute

export async function forgetSignInLinks(): Promise<void> {
  const where = { expiresAt: { lt: new Date(Date.now() - retention) } }
  await inBatches((limit) => db.signInLink.deleteMany({ where, limit }))
}
