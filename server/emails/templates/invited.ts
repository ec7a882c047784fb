import type { Language } from '../choose-locale.ts'
import type { InvitedEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { muteLink, ticketLetter } from '../ticket-letter.ts'
import { ownAddress } from '../web-address.ts'

/** To somebody who was added to a ticket. Until they accept, it contains nothing that anybody wrote. */
export function invited(data: InvitedEmail, language: Language): Letter {
  if (data.confirmUrl !== null) return invitation(data, data.confirmUrl, language)
  const { text, name } = language
  const company = name(data.brand.name)
  return ticketLetter(data, language, {
    heading: text('invited.heading'),
    paragraphs: [text('invited.known', { customer: name(data.customerEmail), company })],
    reason: text('footer.added', { company }),
  })
}

function invitation(data: InvitedEmail, confirmUrl: string, language: Language): Letter {
  const { text, name } = language
  const company = name(data.brand.name)
  const number = language.ticketNumber(data.ticket.number)
  const about = text('invited.unknown', { customer: name(data.customerEmail), company, number })
  return {
    brand: data.brand,
    subject: text('invited.subject', { company: data.brand.name, number }),
    gist: about,
    heading: text('invited.heading'),
    ticket: null,
    paragraphs: [about],
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: {
      text: `${text('invited.question')} ${text('invited.ignore')}`,
      button: { label: text('invited.confirm'), url: ownAddress(confirmUrl) },
    },
    footer: { lines: [text('footer.added', { company })], mute: muteLink(data, language) },
  }
}
