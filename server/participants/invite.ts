import { canonicalEmail, isEmail } from '../access/email.ts'

export const mostParticipants = 10

/** The addresses that may follow a ticket of `customer`: well-formed, each once, without the customer, ten at most. */
export function invitees(addresses: string[], customer: string): string[] {
  const emails = addresses.map(canonicalEmail).filter((email) => isEmail(email) && email !== customer)
  return [...new Set(emails)].slice(0, mostParticipants)
}
