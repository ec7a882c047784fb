import type { Language } from '../choose-locale.ts'
import type { TicketEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { ticketLetter, whyTold } from '../ticket-letter.ts'

/** To the customer and participants: the team considers the ticket solved, and a reply, if it is read, reopens it. */
export function solved(data: TicketEmail, language: Language): Letter {
  const { text } = language
  const company = language.name(data.brand.name)
  return ticketLetter(data, language, {
    heading: text('solved.heading'),
    paragraphs: [text('solved.text', { company }), ...(data.answerable ? [text('solved.reply')] : [])],
    reason: whyTold(data, language),
  })
}
