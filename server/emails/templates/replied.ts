import type { Language } from '../choose-locale.ts'
import type { TicketEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { newsHeading, ticketLetter, whyTold } from '../ticket-letter.ts'

/** To the customer and participants: one or more new messages. */
export function replied(data: TicketEmail, language: Language): Letter {
  return ticketLetter(data, language, {
    heading: newsHeading(data, language),
    reason: whyTold(data, language),
  })
}
