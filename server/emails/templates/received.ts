import type { Language } from '../choose-locale.ts'
import type { TicketEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { ticketLetter } from '../ticket-letter.ts'

export function received(data: TicketEmail, language: Language): Letter {
  const { text } = language
  const company = language.name(data.brand.name)
  return ticketLetter(data, language, {
    heading: text('received.heading'),
    paragraphs: [text('received.text', { company })],
    reason: text('footer.opened', { company }),
  })
}
