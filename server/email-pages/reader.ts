import type { EmailNotifications, EmailRole } from '../../prisma/generated/client/enums.ts'
import { db } from '../database/db.ts'
import type { Brand } from '../emails/data.ts'
import { type Purpose, readEmailToken } from '../notifications/email-token.ts'
import { acquaintances, isTrusted } from '../notifications/sending/trust.ts'

/** The recipient of the email that linked here, with their preferences. */
export interface EmailReader {
  threadId: string
  role: EmailRole
  email: string
  /** BCP 47, of the reader or the website. */
  locale: string
  brand: Brand
  /** The subject is null for readers who may not see what anybody wrote. */
  ticket: { number: number; subject: string | null }
  /** Address of the ticket’s customer. */
  customerEmail: string
  /** Whether emails about the ticket are still relevant to them. */
  follows: boolean
  /** Whether they have accepted emails or need not accept. */
  confirmed: boolean
  ticketMuted: boolean
  /** Which tickets they are emailed about. */
  choice: EmailNotifications
}

/** The holder of a token for that purpose; null if it is not ours, or its ticket is gone. Changes nothing. */
export async function findEmailReader(purpose: Purpose, token: string): Promise<EmailReader | null> {
  const threadId = readEmailToken(purpose, token)
  const thread =
    threadId &&
    (await db.emailThread.findUnique({
      where: { id: threadId },
      include: {
        ticket: {
          include: { website: { omit: { headHtml: true } }, customer: true, participants: true },
        },
      },
    }))
  if (!thread) return null
  const { role, email, websiteId, ticket } = thread
  const who = { where: { websiteId_email: { websiteId, email } } }
  const customer = await db.customer.findUnique(who)
  const operator = role === 'OPERATOR' ? await db.operator.findUnique(who) : null
  const mute = await db.emailMute.findUnique(who)
  const follows = {
    CUSTOMER: true,
    PARTICIPANT: ticket.participants.some((participant) => participant.email === email),
    OPERATOR: operator?.active === true,
  }[role]
  const confirmed = isTrusted(role, email, await acquaintances(db, ticket, [email]))
  const { name, accentColor, logoUrl, locale } = ticket.website
  return {
    threadId: thread.id,
    role,
    email,
    locale: (role === 'OPERATOR' ? operator : customer)?.locale ?? locale,
    brand: { name, accentColor, logoUrl },
    ticket: { number: ticket.number, subject: follows && confirmed ? ticket.subject : null },
    customerEmail: ticket.customer.email,
    follows,
    confirmed,
    ticketMuted: thread.mutedAt !== null,
    choice: role === 'OPERATOR' ? (operator?.notifications ?? 'NONE') : mute ? 'NONE' : 'ALL',
  }
}
