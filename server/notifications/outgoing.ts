import type { Prisma } from '../../prisma/generated/client/client.ts'
import { db } from '../db.ts'

const everything = {
  message: { select: { position: true } },
  thread: {
    include: {
      ticket: { include: { customer: true, participants: true, website: true, assignee: true } },
    },
  },
} satisfies Prisma.MailInclude

/** A mail as it is about to be sent: its row, its ticket, what it tells of, and who reads it. */
export type Outgoing = NonNullable<Awaited<ReturnType<typeof findOutgoing>>>

/** The mail and everything that it is written from; null when there is none, or it was dealt with before. */
export async function findOutgoing(mailId: string) {
  const mail = await db.mail.findUnique({ where: { id: mailId }, include: everything })
  if (mail?.state !== 'QUEUED') return null
  const { thread, firstPosition, lastPosition } = mail
  const { ticket, email } = thread
  const { websiteId } = ticket
  const messages = await db.message.findMany({
    where: { ticketId: ticket.id, position: { gte: firstPosition, lte: lastPosition } },
    orderBy: { position: 'asc' },
    include: { customer: true, operator: true, apiKey: true },
  })
  const customer = await db.customer.findUnique({ where: { websiteId_email: { websiteId, email } } })
  const operator = await db.operator.findUnique({ where: { websiteId_email: { websiteId, email } } })
  const mute = await db.mailMute.findUnique({ where: { websiteId_email: { websiteId, email } } })
  const before = await db.mail.findMany({
    where: { threadId: thread.id, createdAt: { lt: mail.createdAt }, state: { in: ['SENT', 'QUEUED'] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, createdAt: true },
  })
  const answers = await db.inboundMail.findMany({
    where: { threadId: thread.id, state: 'POSTED', receivedAt: { lt: mail.createdAt } },
    orderBy: { receivedAt: 'asc' },
    select: { messageIdHeader: true, receivedAt: true },
  })
  return { mail, thread, ticket, messages, customer, operator, mute, before, answers }
}
