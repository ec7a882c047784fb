import { toPreview } from '../markdown.ts'
import type { Language } from './choose-locale.ts'
import type { TicketMail } from './data.ts'
import type { Letter, Link } from './letter.ts'
import { showMessages } from './shown-messages.ts'
import { ownAddress, webAddress } from './web-address.ts'

interface Parts {
  heading: string
  paragraphs?: string[]
  facts?: Letter['facts']
  /** Why the reader gets the mail. */
  reason: string
  way?: Letter['way']
}

/** What mails about a ticket have in common: the ticket's name, its messages, the way to it, and the footer. */
export function ticketLetter(
  data: TicketMail,
  language: Language,
  { heading, paragraphs = [], facts = [], reason, way = customersWay(data, language) }: Parts,
): Letter {
  const { brand, ticket, content } = data
  const { texts } = language
  const hidden = content === 'LINK_ONLY' && data.messages.length > 0
  const messages = showMessages(data, language)
  const newest = messages.shown.at(-1)
  return {
    brand,
    subject: `${ticket.subject} (#${ticket.number})`,
    gist: paragraphs[0] ?? (newest?.whole ? toPreview(newest.body) : newest?.body) ?? heading,
    heading,
    ticket: { number: ticket.number, subject: content === 'LINK_ONLY' ? null : ticket.subject },
    paragraphs: hidden ? [...paragraphs, texts.messages.hidden] : paragraphs,
    facts,
    messages,
    way,
    footer: {
      lines: data.answerable ? [reason] : [reason, texts.footer.unanswerable],
      mute: muteLink(data, language),
    },
  }
}

/** The link that every mail about a ticket ends with. */
export function muteLink({ muteUrl }: TicketMail, { texts }: Language): Link {
  return { label: texts.footer.mute, url: ownAddress(muteUrl) }
}

/** Why somebody gets the mail who opened the ticket, or follows it. */
export function whyTold({ own, brand }: TicketMail, { texts, name }: Language): string {
  return texts.footer[own ? 'opened' : 'takesPart'](name(brand.name))
}

/** The one who wrote all that is new, where the mail may say so; else how many messages there are. */
export function newsHeading(data: TicketMail, language: Language): string {
  const { replied } = language.texts
  const [author, ...others] = new Set(data.messages.map((message) => message.author || data.brand.name))
  if (author !== undefined && others.length === 0 && data.further === 0 && data.content !== 'LINK_ONLY')
    return replied.heading(language.name(author))
  const count = Math.max(1, data.further + data.messages.length)
  return replied.news(count, language.number(count))
}

function customersWay({ brand, url, answerable }: TicketMail, language: Language): Letter['way'] {
  const { way } = language.texts
  const company = language.name(brand.name)
  const address = webAddress(url)
  if (address === null)
    return { text: answerable ? way.answerOrVisit(company) : way.visit(company), button: null }
  return { text: answerable ? way.answerOrOpen : null, button: { label: way.open, url: address } }
}
