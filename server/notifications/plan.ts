import type { Prisma } from '../../prisma/generated/client/client.ts'
import { type Transaction, transaction } from '../db.ts'
import { enqueue, type Jobs, type Outcome } from '../jobs.ts'
import { mailDelay } from '../settings/mail-delay.ts'
import { freeAt } from './caps.ts'
import { type News, newsFor, type TicketState } from './news.ts'
import { type Addressee, addresseesOf, findTicket, type TicketWithThreads } from './readers.ts'

/**
 * Looks at a ticket in which something happened, and writes the mails that are due by now. What falls due later gets
 * another look then. Looking twice changes nothing: each reader’s thread says what they were told.
 */
export async function planMails({ ticketId, opened }: Jobs['ticket-news']): Promise<Outcome> {
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Ticket" WHERE "id" = ${ticketId}::uuid FOR UPDATE`
    const ticket = await findTicket(tx, ticketId)
    if (!ticket) return
    const addressees = await addresseesOf(tx, ticket)
    const state = await stateOf(tx, ticket, addressees, opened === true)
    const now = new Date()
    const later: Date[] = []
    for (const addressee of addressees) {
      if (addressee.muted) {
        await skipTo(tx, addressee, ticket.messageCount)
        continue
      }
      for (const news of newsFor(addressee, state)) {
        const at = news.dueAt > now ? news.dueAt : await freeAt(tx, ticket, addressee)
        if (at > now) later.push(at)
        else await writeMail(tx, ticket, addressee, news)
      }
    }
    if (later.length === 0) return
    const next = Math.min(...later.map((date) => date.getTime()))
    await enqueue(tx, 'ticket-news', { ticketId, opened }, Math.ceil((next - now.getTime()) / 1_000))
  })
  return 'done'
}

async function stateOf(
  tx: Transaction,
  ticket: TicketWithThreads,
  addressees: Addressee[],
  opened: boolean,
): Promise<TicketState> {
  const known = addressees.map(({ readPosition, mailedPosition }) => Math.max(readPosition, mailedPosition))
  const messages = await tx.message.findMany({
    where: { ticketId: ticket.id, OR: [{ position: 1 }, { position: { gt: Math.min(...known) } }] },
    orderBy: { position: 'asc' },
    select: {
      position: true,
      createdAt: true,
      customer: { select: { email: true } },
      operator: { select: { email: true } },
    },
  })
  const website = await tx.website.findUniqueOrThrow({ where: { id: ticket.websiteId } })
  return {
    messages: messages.map(({ position, createdAt, customer, operator }) => ({
      position,
      createdAt,
      authorEmail: (customer ?? operator)?.email ?? null,
      byTeam: !customer,
    })),
    solvedByTeamAt: ticket.solvedByTeamAt,
    justReceived: opened && messages[0]?.customer?.email === ticket.customer.email,
    delay: 1_000 * mailDelay(website),
  }
}

async function writeMail(
  tx: Transaction,
  { id: ticketId, websiteId, messageCount }: TicketWithThreads,
  addressee: Addressee,
  { kind, firstPosition, lastPosition }: News,
): Promise<void> {
  const { role, email } = addressee
  addressee.threadId ??= (await tx.mailThread.create({ data: { websiteId, ticketId, role, email } })).id
  const threadId = addressee.threadId
  const newest = { ticketId_position: { ticketId, position: kind === 'RECEIVED' ? 1 : messageCount } }
  const { id: messageId } = await tx.message.findUniqueOrThrow({ where: newest, select: { id: true } })
  const mailId = await queue(tx, { websiteId, threadId, kind, messageId, firstPosition, lastPosition })
  if (!mailId) return
  await enqueue(tx, 'mail', { mailId })
  if (lastPosition > 0 && kind !== 'RECEIVED') await skipTo(tx, addressee, messageCount)
}

/** Id of the mail that has to be sent: a new one, or one that was dropped and is wanted after all. */
async function queue(tx: Transaction, data: Prisma.MailCreateManyInput): Promise<string | undefined> {
  const [made] = await tx.mail.createManyAndReturn({ data: [data], skipDuplicates: true })
  if (made) return made.id
  const { threadId, messageId, kind } = data
  const [revived] = await tx.mail.updateManyAndReturn({
    where: { threadId, messageId, kind, state: 'DROPPED' },
    data: { ...data, state: 'QUEUED', failure: null, createdAt: new Date() },
  })
  return revived?.id
}

/** Nothing up to this position is told any more. */
async function skipTo(tx: Transaction, { threadId }: Addressee, position: number): Promise<void> {
  if (!threadId) return
  await tx.mailThread.updateMany({
    where: { id: threadId, mailedPosition: { lt: position } },
    data: { mailedPosition: position },
  })
}
