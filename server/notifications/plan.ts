import { type Transaction, transaction } from '../database/db.ts'
import { enqueue, type Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { emailDelay } from '../settings/email-delay.ts'
import { freeAt, lockCaps } from './sending/caps.ts'
import { pendingEmailsFor, type TicketState } from './writing/pending-emails.ts'
import { type Addressee, addresseesOf, findTicket, type TicketWithThreads } from './writing/readers.ts'
import { skipAll, writeEmail } from './writing/write-email.ts'

/**
 * Looks at a ticket in which something happened and creates the emails that are due by now. What is due later gets
 * another look then. Repeats change nothing: each reader’s thread records what they were sent.
 */
export async function planEmails({ ticketId, opened }: Jobs['ticket-news']): Promise<Outcome> {
  await transaction(async (tx) => {
    await lock(tx, ticketId)
    const ticket = await findTicket(tx, ticketId)
    if (!ticket) return
    const addressees = await addresseesOf(tx, ticket)
    await noteAcquaintances(tx, ticketId, addressees)
    const { state, idAt } = await stateOf(tx, ticket, addressees, opened === true)
    const now = new Date()
    const later: Date[] = []
    const isDue = (addressee: Addressee) =>
      pendingEmailsFor(addressee, state).some(({ dueAt }) => dueAt <= now)
    await lockCaps(tx, ticket.websiteId, addressees.filter(isDue))
    for (const addressee of addressees) {
      if (addressee.muted) {
        await skipAll(tx, ticket, addressee)
        continue
      }
      for (const email of pendingEmailsFor(addressee, state)) {
        if (email.dueAt > now) {
          later.push(email.dueAt)
          continue
        }
        const free = await freeAt(tx, ticket, addressee, email.kind)
        if (free > now) later.push(spread(free, now))
        else
          await writeEmail(
            tx,
            ticket,
            addressee,
            email,
            idAt(email.kind === 'RECEIVED' ? 1 : ticket.messageCount),
          )
      }
    }
    if (later.length === 0) return
    const next = Math.min(...later.map((date) => date.getTime()))
    await enqueue(tx, 'ticket-news', { ticketId, opened }, Math.ceil((next - now.getTime()) / 1_000))
  })
  return 'done'
}

/** A participant who writes in a ticket accepts its customer's invitation, for all of that customer's tickets. */
async function noteAcquaintances(tx: Transaction, ticketId: string, addressees: Addressee[]): Promise<void> {
  const emails = addressees
    .filter(({ role, trusted }) => role === 'PARTICIPANT' && trusted)
    .map(({ email }) => email)
  if (emails.length === 0) return
  await tx.emailThread.updateMany({
    where: { ticketId, role: 'PARTICIPANT', email: { in: emails }, confirmedAt: null },
    data: { confirmedAt: new Date() },
  })
}

/** At least a minute ahead and spread out: only a few of those waiting for a cap can be sent at a time. */
function spread(free: Date, now: Date): Date {
  return new Date(Math.max(free.getTime(), now.getTime() + 60_000 * (1 + Math.random())))
}

/**
 * One at a time for each customer: otherwise, none would see how many emails the others send. While this waits for another
 * of their tickets, its own is not locked: replies would wait as well.
 */
async function lock(tx: Transaction, ticketId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('plan for ' || "customerId", 0)) FROM "Ticket"
    WHERE "id" = ${ticketId}::uuid`
  await tx.$executeRaw`SELECT FROM "Ticket" WHERE "id" = ${ticketId}::uuid FOR UPDATE`
}

async function stateOf(
  tx: Transaction,
  ticket: TicketWithThreads,
  addressees: Addressee[],
  opened: boolean,
): Promise<{ state: TicketState; idAt: (position: number) => string }> {
  const known = addressees.map(({ readPosition, emailedPosition }) => Math.max(readPosition, emailedPosition))
  const messages = await tx.message.findMany({
    where: {
      ticketId: ticket.id,
      OR: [{ position: { in: [1, ticket.messageCount] } }, { position: { gt: Math.min(...known) } }],
    },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      position: true,
      createdAt: true,
      notify: true,
      customer: { select: { email: true } },
      operator: { select: { email: true } },
    },
  })
  const state = {
    messages: messages.map(({ position, createdAt, notify, customer, operator }) => ({
      position,
      createdAt,
      notify,
      authorEmail: (customer ?? operator)?.email ?? null,
      byTeam: !customer,
    })),
    solvedByTeamAt: ticket.solvedByTeamAt,
    justReceived: opened && messages[0]?.customer?.email === ticket.customer.email,
    delay: 1_000 * emailDelay(ticket.website),
  }
  const ids = new Map(messages.map(({ position, id }) => [position, id]))
  return { state, idAt: (position) => ids.get(position) ?? '' }
}
