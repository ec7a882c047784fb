import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { db } from '../../database/db.ts'
import { mentioned } from '../writing/files-in-email.ts'
import { acquaintances, isTrusted } from './trust.ts'

const everything = {
  thread: {
    include: {
      ticket: {
        include: {
          customer: true,
          participants: true,
          category: true,
          website: { omit: { headHtml: true }, include: { domains: { orderBy: { createdAt: 'asc' } } } },
        },
      },
      emails: { where: { state: { in: ['SENT', 'QUEUED'] } }, select: { id: true, createdAt: true } },
      inbound: { where: { state: 'POSTED' }, select: { messageIdHeader: true, receivedAt: true } },
    },
  },
} satisfies Prisma.EmailInclude

/** More than an email shows: a flood of messages is not loaded in full. */
const maxMessages = 100

/** An email about to be sent: its row, ticket, messages and recipient. */
export type Outgoing = NonNullable<Awaited<ReturnType<typeof findOutgoing>>>

/** The email with everything needed to write it; null if there is none, or if it is no longer queued. */
export async function findOutgoing(emailId: string) {
  const email = await db.email.findUnique({ where: { id: emailId }, include: everything })
  if (email?.state !== 'QUEUED') return null
  const { thread, firstPosition, lastPosition } = email
  const { ticket, email: address } = thread
  const messages = await db.message.findMany({
    where: { ticketId: ticket.id, position: { gte: firstPosition, lte: lastPosition } },
    orderBy: { position: 'desc' },
    take: maxMessages,
    include: {
      customer: true,
      operator: true,
      apiKey: true,
      attachments: { where: mentioned, orderBy: { position: 'asc' } },
    },
  })
  const reader = { where: { websiteId_email: { websiteId: ticket.websiteId, email: address } } }
  const byTeam = thread.role === 'OPERATOR'
  const own = thread.role === 'CUSTOMER'
  const guests = thread.role === 'PARTICIPANT' ? [address] : []
  return {
    email,
    thread,
    ticket,
    messages: messages.reverse(),
    further: Math.max(0, lastPosition - firstPosition + 1 - messages.length),
    customer: byTeam ? null : own ? ticket.customer : await db.customer.findUnique(reader),
    operator: byTeam ? await db.operator.findUnique(reader) : null,
    /** Whether they may be sent what others wrote. */
    trusted: isTrusted(thread.role, address, await acquaintances(db, ticket, guests)),
    mute: byTeam ? null : await db.emailMute.findUnique(reader),
    /** Earlier emails of the same thread, and replies to them. */
    before: thread.emails.filter(({ createdAt }) => createdAt < email.createdAt),
    answers: thread.inbound.filter(({ receivedAt }) => receivedAt < email.createdAt),
  }
}
