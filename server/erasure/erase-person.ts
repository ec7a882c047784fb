import { v7 as newId } from 'uuid'
import type { Transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import { erasedEmail } from '../identity/email.ts'
import { renewalLength } from '../identity/session.ts'
import type { Rendered } from '../text/render.ts'
import { emailsAbout } from './delete-tickets.ts'
import { eraseCopies } from './erase-copies.ts'
import { eraseTraces } from './erase-traces.ts'
import { eraseWords } from './erase-words.ts'
import { eraseExternalIds } from './external-ids.ts'
import { findPerson } from './find-person.ts'
import { finishLater } from './finish.ts'
import type { Person } from './person.ts'

/** Milliseconds for which sessions that were just being opened may last longer. */
const margin = 60_000

export interface Erased {
  tickets: number
  messages: number
}

/**
 * Erases a person from a website, whose row is locked: what they wrote, and whatever names them. Their tickets, and what
 * others wrote, stay. `rendered`: the erased text. Repeats change nothing.
 */
export async function erasePerson(
  tx: Transaction,
  { websiteId, email }: Pick<Person, 'websiteId' | 'email'>,
  rendered: Rendered,
): Promise<Erased> {
  const person = await findPerson(tx, websiteId, email)
  // Everything is locked: what is written from now on has nothing of theirs.
  const at = new Date()
  const { customerId, ticketIds } = person
  const emailIds = [...(await emailsAbout(tx, ticketIds)), ...(await emailsTo(tx, person))]
  const messages = await eraseWords(tx, person, rendered)
  await eraseCopies(tx, ticketIds)
  await eraseExternalIds(tx, person)
  const tickets = customerId === null ? 0 : await tx.ticket.count({ where: { customerId } })
  await eraseTraces(tx, person)
  if (customerId !== null) await eraseCustomer(tx, websiteId, customerId)
  if (ticketIds.length + emailIds.length > 0) {
    await finishLater(tx, { ticketIds, emailIds }, at)
    await touch(tx, ...ticketIds)
  }
  return { tickets, messages }
}

/** Ids of emails to a former operator, in whatever ticket; none for others. */
async function emailsTo(tx: Transaction, { websiteId, email }: Person): Promise<string[]> {
  const former = await tx.operator.count({ where: { websiteId, email, active: false } })
  if (former === 0) return []
  const where = { thread: { websiteId, email, role: 'OPERATOR' as const } }
  return (await tx.email.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

/**
 * Gives the row another id, and with it everything that refers to it: a session under the old one
 * sees nothing at once, and ends within seconds. A row to which nothing refers is deleted.
 */
async function eraseCustomer(tx: Transaction, websiteId: string, customerId: string): Promise<void> {
  const expiresAt = new Date(Date.now() + renewalLength + margin)
  await tx.endedSession.createMany({ data: [{ id: customerId, websiteId, expiresAt }], skipDuplicates: true })
  const id = newId()
  await tx.customer.update({
    where: { id: customerId },
    data: {
      id,
      email: erasedEmail(id),
      nickname: null,
      locale: null,
      firstSeenAt: null,
      lastPage: null,
      words: [],
    },
  })
  await tx.customer.deleteMany({
    where: { id, tickets: { none: {} }, messages: { none: {} }, events: { none: {} } },
  })
}
