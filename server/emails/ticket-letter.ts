import { toPreview } from '../text/markdown.ts'
import type { Language } from './choose-locale.ts'
import type { TicketEmail } from './data.ts'
import type { Letter, Link } from './letter.ts'
import { showMessages } from './shown-messages.ts'
import { ownAddress, webAddress } from './web-address.ts'

interface Parts {
  heading: string
  paragraphs?: string[]
  facts?: Letter['facts']
  /** Why the reader gets the email. */
  reason: string
  way?: Letter['way']
}

/** The common part of emails about a ticket: its name, its messages, the link to it, and the footer. */
export function ticketLetter(
  data: TicketEmail,
  language: Language,
  { heading, paragraphs = [], facts = [], reason, way = customersWay(data, language) }: Parts,
): Letter {
  const { brand, ticket, content } = data
  const { text } = language
  const number = language.ticketNumber(ticket.number)
  const hidden = content === 'LINK_ONLY' && data.messages.length > 0
  const messages = showMessages(data, language)
  const newest = messages.shown.at(-1)
  return {
    brand,
    subject: `${ticket.subject} (#${number})`,
    gist: paragraphs[0] ?? (newest?.whole ? toPreview(newest.body, newest.kind) : newest?.body) ?? heading,
    heading,
    ticket: { number, subject: content === 'LINK_ONLY' ? null : ticket.subject },
    paragraphs: hidden ? [...paragraphs, text('messages.hidden')] : paragraphs,
    facts,
    messages,
    way,
    footer: {
      lines: data.answerable ? [reason] : [reason, text('footer.unanswerable')],
      mute: muteLink(data, language),
    },
  }
}

/** The link at the end of every email about a ticket. */
export function muteLink({ muteUrl }: TicketEmail, { text }: Language): Link {
  return { label: text('footer.mute'), url: ownAddress(muteUrl) }
}

/** Why the recipient gets the email: they opened the ticket, or follow it. */
export function whyTold({ own, brand }: TicketEmail, { text, name }: Language): string {
  return text(own ? 'footer.opened' : 'footer.takesPart', { company: name(brand.name) })
}

/** The only author of the new messages, if the email may name them; otherwise the number of messages. */
export function newsHeading(data: TicketEmail, language: Language): string {
  const { text, name } = language
  const [author, ...others] = new Set(data.messages.map((message) => message.author || data.brand.name))
  if (author !== undefined && others.length === 0 && data.further === 0 && data.content !== 'LINK_ONLY')
    return text('replied.heading', { author: name(author) })
  return text('replied.count', { count: Math.max(1, data.further + data.messages.length) })
}

function customersWay({ brand, url, answerable }: TicketEmail, { text, name }: Language): Letter['way'] {
  const address = webAddress(url)
  if (address === null) {
    const company = name(brand.name)
    return { text: text(answerable ? 'way.replyOrVisit' : 'way.visit', { company }), button: null }
  }
  return {
    text: answerable ? text('way.replyOrOpen') : null,
    button: { label: text('way.open'), url: address },
  }
}
