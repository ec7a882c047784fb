import { oneLine } from '../emails/one-line.ts'
import { canonicalEmail, isEmail, trimAscii } from '../identity/email.ts'

export const maxParticipants = 10
/** Maximum characters read of what a page passes. */
const maxInputLength = 20_000

/** The addresses that may follow a ticket of `customer`: valid, without duplicates and the customer, at most ten. */
export function invitees(addresses: string[], customer: string): string[] {
  const emails = addresses.map(canonicalEmail).filter((email) => isEmail(email) && email !== customer)
  return [...new Set(emails)].slice(0, maxParticipants)
}

/**
 * The addresses in what a page passes as participants, separated by commas, semicolons, white space or line breaks,
 * each bare or as `Name <address>`; and what is ignored of it: the first ten, cut to 100 characters, for the session.
 */
export function participantsIn(passed: readonly string[], customer: string) {
  const entries = passed.join('\n').slice(0, maxInputLength).match(entry)?.map(addressesOf) ?? []
  const found = entries.flatMap(({ addresses }) => addresses)
  const participants = invitees(found, customer)
  const ignored = [...found, ...entries.flatMap(({ beside }) => beside)]
    .filter((text) => !participants.includes(canonicalEmail(text)))
    .map((text) => oneLine(text).slice(0, 100).toWellFormed())
  return { participants, ignored: [...new Set(ignored)].slice(0, maxParticipants) }
}

/** The text between two separators; a separator inside quotation marks belongs to a name. */
const entry = /(?:"[^"]*"|[^,;\r\n])+/g

/** What is in angle brackets, with addresses beside it; without brackets, words separated by white space. */
function addressesOf(text: string): { addresses: string[]; beside: string[] } {
  const addresses = [...text.matchAll(/<([^<>]*)>/g)].map(([, address = '']) => trimAscii(address))
  const rest = text.replace(/<[^<>]*>/g, ' ').match(/[^ \t"]+/g) ?? []
  if (addresses.length === 0) return { addresses: rest, beside: [] }
  return { addresses, beside: rest.filter((part) => part.includes('@')) }
}
