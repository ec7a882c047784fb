import { z } from 'zod'
import { InvalidInput } from '../api/errors.ts'
import type { CustomerViewer, Member } from '../identity/viewer.ts'

export const asCustomerDescription =
  'True to post on the customer’s behalf, for example after a phone call: the customer is the author, `via` is ' +
  '`API`, and the ticket is OPEN and unread as with any message from a customer. Only for operators and keys.'

/** Rules for flags. A repeat may leave out the default. */
export const asCustomer = z
  .boolean()
  .nullish()
  .transform((given) => given || undefined)
export const notify = z
  .boolean()
  .nullish()
  .transform((given) => (given === false ? given : undefined))

/** The customer as an author whose words a program posts. */
export const customerAuthor = (websiteId: string, { id, email }: { id: string; email: string }) =>
  ({
    kind: 'customer',
    id,
    websiteId,
    email,
    participants: [],
    ignoredParticipants: [],
  }) satisfies CustomerViewer

/** What only operators and keys may choose. */
interface Choices {
  asCustomer?: boolean | null | undefined
  status?: string | null | undefined
  notify?: boolean | null | undefined
}

/** Throws InvalidInput for choices that the viewer does not have, or that contradict each other. */
export function checkChoices(viewer: Member, { asCustomer, status, notify }: Choices): void {
  const wrong = (field: keyof Choices, message: string) =>
    new InvalidInput([{ path: ['input', field], code: 'NOT_YOURS_TO_CHOOSE', message }])
  if (viewer.kind === 'customer') {
    if (asCustomer) throw wrong('asCustomer', 'Customers always write in their own name: omit it')
    if (status) throw wrong('status', 'A reply from a customer reopens the ticket: omit it')
    if (notify === false) throw wrong('notify', 'Only the team can choose this: omit it')
  }
  if (asCustomer && status) throw wrong('status', 'A customer’s message opens the ticket: omit it')
}
