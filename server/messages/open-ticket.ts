import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { callerId, member } from '../api/context.ts'
import { Conflict, InvalidInput, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { attachmentIds, attachmentIdsDescription } from '../attachments/attach.ts'
import { db, transaction } from '../database/db.ts'
import { givenValues, TicketFieldInput } from '../fields/given-values.ts'
import { canonicalEmail } from '../identity/email.ts'
import { givenAddress } from '../identity/email-rule.ts'
import type { Member } from '../identity/viewer.ts'
import { maxParticipants } from '../participants/invite.ts'
import { render } from '../text/render.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { authorKind } from './author.ts'
import { once } from './idempotency.ts'
import { asCustomer, asCustomerDescription, checkChoices } from './on-behalf.ts'
import { body, idempotencyKey, subject } from './rules.ts'
import { writeTicket } from './write-ticket.ts'

const input = z.object({
  subject,
  body,
  categoryId: globalId('Category').nullish(),
  fields: givenValues.nullish(),
  participants: z
    .array(givenAddress)
    .max(maxParticipants, `A ticket can have at most ${maxParticipants} participants`)
    .nullish(),
  attachmentIds,
  idempotencyKey,
  customerEmail: givenAddress.nullish(),
  asCustomer,
})

interface Opened {
  ticketId: string
  /** As written; absent for a repeat. */
  ticket?: object
  /** Addresses of participants, as given. */
  invited: string[]
}

mutation('openTicket', {
  description:
    'Opens a ticket with its first message. Operators and keys open it for the customer in `customerEmail`.',
  scope: { writeTickets: true },
  fields: (t) => ({
    subject: t.string({ required: true, description: 'Plain text on one line, at most 200 characters.' }),
    body: t.string({
      required: true,
      description:
        'First message, at most 20,000 characters. Markdown from operators and keys, plain text from customers.',
    }),
    categoryId: t.id({ description: 'Global id of a category; null for none.' }),
    fields: t.field({
      type: [TicketFieldInput],
      description:
        'Values for the fields of the category, at most 50. Every required field that is shown needs a value; a ' +
        'hidden field cannot have one. The `path` of an issue ends with the name of the field.',
    }),
    participants: t.stringList({
      description:
        'Email addresses of participants, at most ten. Ignored if participants are disabled for the website.',
    }),
    attachmentIds: t.idList({ description: attachmentIdsDescription }),
    idempotencyKey: t.string({
      description:
        'Any string, at most 200 characters. A repeat with the same key and input within 24 hours opens nothing ' +
        'and returns the first ticket.',
    }),
    customerEmail: t.string({
      description:
        'Email address of the ticket’s customer. Required for operators and keys, not allowed for customers.',
    }),
    asCustomer: t.boolean({ defaultValue: false, description: asCustomerDescription }),
  }),
  input,
  errors: [NotFound, Conflict],
  work: async (input, context): Promise<Opened> => {
    const viewer = member(context)
    checkCustomer(viewer, input.customerEmail)
    checkChoices(viewer, input)
    const own = viewer.kind === 'customer' ? [...viewer.participants, ...viewer.ignoredParticipants] : []
    const invited = [...own, ...(input.participants ?? [])]
    const id = newId()
    const rendered = await render(input.body, input.asCustomer ? 'customer' : authorKind(viewer))
    const { id: ticketId, made } = await transaction((tx) =>
      once(tx, {
        caller: callerId(context),
        mutation: 'openTicket',
        input,
        resultId: id,
        // The scope is enough to open a ticket.
        authorize: async () => {},
        work: () => writeTicket(tx, viewer, { ...input, id, invited, rendered }),
      }),
    )
    return { ticketId, ticket: made, invited }
  },
  payload: (t) => ({
    ...ticketPayload(t),
    ignoredParticipants: t.stringList({
      description:
        'Values given as participants, here or in `openSession`, that were not added: invalid addresses, the ' +
        'customer’s own address, addresses beyond the limit of ten, or all of them if participants are disabled. ' +
        'Of the session’s invalid addresses, the first ten are listed, cut to 100 characters.',
      resolve: async ({ ticketId, invited }) => {
        const participants = await db.participant.findMany({ where: { ticketId }, select: { email: true } })
        const emails = new Set(participants.map(({ email }) => email))
        return [...new Set(invited.filter((address) => !emails.has(canonicalEmail(address))))]
      },
    }),
  }),
})

function checkCustomer(viewer: Member, customerEmail: string | null | undefined): void {
  const path = ['input', 'customerEmail']
  if (viewer.kind === 'customer' && customerEmail) {
    const message = 'Customers can only open tickets for themselves'
    throw new InvalidInput([{ path, code: 'NOT_YOURS_TO_CHOOSE', message }])
  }
  if (viewer.kind !== 'customer' && !customerEmail) {
    const message = 'Required: the email address of the ticket’s customer'
    throw new InvalidInput([{ path, code: 'REQUIRED', message }])
  }
}
