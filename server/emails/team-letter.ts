import type { Language } from './choose-locale.ts'
import type { TeamEmail } from './data.ts'
import type { Letter } from './letter.ts'
import { ticketLetter } from './ticket-letter.ts'
import { webAddress } from './web-address.ts'

/** The common part of emails to operators: customer, category and the link to the console. */
export function teamLetter(data: TeamEmail, language: Language, heading: string): Letter {
  const { text } = language
  const facts = [{ label: text('team.from'), value: whose(data) }]
  if (data.categoryName) facts.push({ label: text('team.category'), value: data.categoryName })
  return ticketLetter(data, language, {
    heading,
    facts,
    reason: text('footer.team', { company: language.name(data.brand.name) }),
    way: teamsWay(data, language),
  })
}

/** Customers choose their own names, but not their addresses. */
function whose({ customer: { name, email }, content }: TeamEmail): string {
  return content === 'LINK_ONLY' || name === email ? email : `${name} <${email}>`
}

function teamsWay({ url }: TeamEmail, { text }: Language): Letter['way'] {
  const address = webAddress(url)
  return { text: null, button: address === null ? null : { label: text('way.openConsole'), url: address } }
}
