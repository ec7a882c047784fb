import { v7 as newId } from 'uuid'
import { sessionEnded } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import type { Transaction } from '../database/db.ts'
import { checkComplete, readValues } from '../fields/check-values.ts'
import type { GivenValue } from '../fields/given-values.ts'
import { valueRows } from '../fields/store-values.ts'
import type { Member } from '../identity/viewer.ts'
import { invitees } from '../participants/invite.ts'
import type { Rendered } from '../text/render.ts'
import { withPeople } from '../tickets/rows.ts'
import { signed } from './author.ts'
import { insertTicket, participantRow, ticketRow } from './insert-ticket.ts'
import { messageRow } from './message-row.ts'
import { customerAuthor } from './on-behalf.ts'
import { reserveNumber } from './reserve-number.ts'

interface NewTicket {
  id: string
  subject: string
  body: string
  rendered: Rendered
  categoryId?: string | null
  /** Values of the category's fields, as given. */
  fields?: GivenValue[] | null
  /** Uploads of the viewer. */
  attachmentIds?: string[] | null
  customerEmail?: string | null
  /** Whether the customer is the author, though the viewer is not. */
  asCustomer?: boolean | null
  /** Addresses of participants, as given. */
  invited: string[]
}

/** Creates a ticket with its first message and the website's next number. Returns it if it is complete. */
export async function writeTicket(tx: Transaction, viewer: Member, input: NewTicket) {
  const { websiteId } = viewer
  const { id, subject, body, rendered, categoryId = null, attachmentIds } = input
  const context = await reserveNumber(tx, viewer, categoryId)
  const { number, categoryName } = context
  if (categoryId && categoryName === null) throw new NotFound('There is no such category')
  const values = readValues(context.fields, input.fields ?? [])
  checkComplete(context.fields, values)
  const customer =
    viewer.kind === 'customer'
      ? { id: viewer.id, email: viewer.email, nickname: context.nickname }
      : await findOrCreateCustomer(websiteId, { email: input.customerEmail ?? '' }, tx)
  const author = input.asCustomer ? customerAuthor(websiteId, customer) : viewer
  const message = messageRow(
    author,
    { websiteId, ticketId: id, position: 1, subject },
    { id: newId(), body, rendered, attachmentIds, via: input.asCustomer ? 'API' : undefined },
  )
  const { createdAt } = message
  const opening = { id, number, subject, body, categoryId, categoryName, customerId: customer.id, createdAt }
  const ticket = ticketRow(author, opening)
  const emails = context.participantsEnabled ? invitees(input.invited, customer.email) : []
  const participants = emails.map((email) => participantRow(ticket, email))
  const fields = valueRows(ticket, context.fields, values)
  const rows = { ticket, message, participants, fields, attachmentIds, uploader: viewer }
  const attachments = await insertTicket(tx, author, rows).catch((error: { constraint?: string }) => {
    // A customer who was erased while this waited has another id now.
    throw viewer.kind === 'customer' && error.constraint?.endsWith('_customerId_fkey')
      ? sessionEnded()
      : error
  })
  const { email, nickname } = customer
  const written = withPeople({
    ...{ ...ticket, email, nickname, assigneeName: null, participants, fields },
    drafts: [],
  })
  const first = signed(message, author, written, attachments)
  // The database decides the order of several participants.
  return first && participants.length < 2 ? { ...written, messages: [first] } : undefined
}
