import { encodeGlobalID } from '../../api/global-id.ts'
import type { StoredTranslation } from '../../categories/translations.ts'
import type {
  EmailMessage,
  InvitedEmail,
  TeamEmail,
  TemplateData,
  TemplateKind,
  TicketEmail,
} from '../../emails/data.ts'
import { erasedName } from '../../emails/erased-name.ts'
import { isErased } from '../../identity/email.ts'
import { translationIn } from '../../languages/translation.ts'
import { ticketLink } from '../../settings/ticket-link.ts'
import { emailToken } from '../email-token.ts'
import type { Outgoing } from '../sending/outgoing.ts'
import { attachedTo, linesFor } from './files-in-email.ts'
import { isAnswerable } from './headers.ts'
import { pageOf } from './page-of.ts'

/** What a template needs to know of an email. */
export type Content = { [Kind in TemplateKind]: { kind: Kind; data: TemplateData[Kind] } }[TemplateKind]

/** Address of the page on which a thread's recipient mutes it. */
export const muteUrl = (origin: string, threadId: string) => `${origin}/mail/${emailToken('mute', threadId)}`

/** The email's content for its template. `origin` is where browsers reach this server. */
export function contentOf(outgoing: Outgoing, origin: string): Content {
  const { email, thread, ticket, trusted } = outgoing
  const base = ticketEmail(outgoing, origin)
  switch (email.kind) {
    case 'INVITED': {
      const confirmUrl = `${origin}/mail/confirm/${emailToken('confirm', thread.id)}`
      const data: InvitedEmail = {
        ...base,
        messages: trusted ? base.messages : [],
        customerEmail: ticket.customer.email,
        confirmUrl: trusted ? null : confirmUrl,
      }
      return { kind: 'INVITED', data }
    }
    case 'TEAM_OPENED':
    case 'TEAM_REPLIED': {
      const { nickname, email: address } = ticket.customer
      const erased = isErased(address) && erasedName(localeOf(outgoing))
      const data: TeamEmail = {
        ...base,
        customer: { name: erased || (nickname ?? address), email: erased || address },
        categoryName: categoryNameIn(outgoing),
      }
      return { kind: email.kind, data }
    }
    case 'SOLVED':
      // The ticket was reopened while the email waited, so only the reply is left to report.
      return { kind: ticket.status === 'SOLVED' ? 'SOLVED' : 'REPLIED', data: base }
    default:
      return { kind: email.kind, data: base }
  }
}

/** The language of the email (BCP 47): its reader's, otherwise the website's. */
export const localeOf = ({ customer, operator, ticket }: Outgoing) =>
  (operator ?? customer)?.locale ?? ticket.website.locale

function categoryNameIn(outgoing: Outgoing): string | null {
  const { category, categoryName, website } = outgoing.ticket
  if (!category || category.name !== categoryName) return categoryName
  const translations = category.translations as unknown as StoredTranslation[]
  return translationIn(translations, localeOf(outgoing), website.locale)?.name ?? categoryName
}

function ticketEmail(outgoing: Outgoing, origin: string): TicketEmail {
  const { thread, ticket, further } = outgoing
  const { website, number, subject } = ticket
  const ownConsole = `${origin}/console/${website.id}/tickets/{number}`
  const template = thread.role === 'OPERATOR' ? (website.consoleUrl ?? ownConsole) : website.ticketUrl
  const url = template
    ? ticketLink(template, { number, id: encodeGlobalID('Ticket', ticket.id) })
    : pageOf(outgoing)
  const sent = new Set(filesIn(outgoing))
  return {
    brand: { name: website.name, accentColor: website.accentColor, logoUrl: website.logoUrl },
    ticket: { number, subject },
    content: website.emailContent,
    messages: messagesIn(outgoing).map((message) => {
      const others = message.attachments.filter((file) => !sent.has(file))
      const locale = localeOf(outgoing)
      return asRead({ ...message, body: message.body + linesFor(others, url, locale) }, locale)
    }),
    further,
    url,
    own: thread.role === 'CUSTOMER',
    answerable: isAnswerable(thread),
    muteUrl: muteUrl(origin, thread.id),
  }
}

type Message = Outgoing['messages'][number]

/** Messages that the recipient is shown: their own only as a confirmation, and operators those of customers. */
function messagesIn({ email, thread, messages }: Outgoing): Message[] {
  return messages
    .filter((message) => email.kind === 'RECEIVED' || emailOf(message) !== thread.email)
    .filter((message) => thread.role !== 'OPERATOR' || message.customer !== null)
}

/** Files that go out with the email: only with whole messages, and never back to their sender. */
export function filesIn(outgoing: Outgoing) {
  const { email, ticket, trusted } = outgoing
  const shown = ticket.website.emailContent === 'FULL' && (email.kind !== 'INVITED' || trusted)
  return shown && email.kind !== 'RECEIVED' ? attachedTo(messagesIn(outgoing)) : []
}

function emailOf({ customer, operator }: Message): string | undefined {
  return (customer ?? operator)?.email
}

/** Nicknames are unverified, so the address is shown, too. */
function asRead(
  { customer, operator, apiKey, authorName, body, createdAt }: Message,
  locale: string,
): EmailMessage {
  const author = customer
    ? customerName(customer, locale)
    : (operator?.name ?? authorName ?? apiKey?.name ?? '')
  return { author, body, kind: customer ? 'customer' : 'team', createdAt }
}

function customerName({ nickname, email }: NonNullable<Message['customer']>, locale: string): string {
  if (isErased(email)) return erasedName(locale)
  return nickname ? `${nickname} (${email})` : email
}
