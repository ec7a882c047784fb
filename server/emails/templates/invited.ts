import type { Language } from '../choose-locale.ts'
import type { InvitedMail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { muteLink, ticketLetter } from '../ticket-letter.ts'
import { ownAddress } from '../web-address.ts'

/** To somebody who was added to a ticket. As long as they have not agreed, nothing that anybody wrote is in it. */
export function invited(data: InvitedMail, language: Language): Letter {
  if (data.confirmUrl !== null) return invitation(data, data.confirmUrl, language)
  const { invited, footer } = language.texts
  const company = language.name(data.brand.name)
  return ticketLetter(data, language, {
    heading: invited.heading,
    paragraphs: [invited.known(language.name(data.customerEmail), company)],
    reason: footer.added(company),
  })
}

function invitation(data: InvitedMail, confirmUrl: string, language: Language): Letter {
  const { invited, footer } = language.texts
  const company = language.name(data.brand.name)
  const about = invited.unknown(language.name(data.customerEmail), company, data.ticket.number)
  return {
    brand: data.brand,
    subject: invited.subject(data.brand.name, data.ticket.number),
    gist: about,
    heading: invited.heading,
    ticket: null,
    paragraphs: [about],
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: {
      text: `${invited.question} ${invited.ignore}`,
      button: { label: invited.confirm, url: ownAddress(confirmUrl) },
    },
    footer: { lines: [footer.added(company)], mute: muteLink(data, language) },
  }
}
