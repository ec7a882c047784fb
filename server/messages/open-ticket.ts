import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { callerId, member } from '../api/context.ts'
import { Conflict, InvalidInput, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { canonicalEmail, isEmail } from '../identity/email.ts'
import type { Member } from '../identity/viewer.ts'
import { invitees, maxParticipants } from '../participants/invite.ts'
import { toPreview } from '../text/markdown.ts'
import { type Rendered, render } from '../text/render.ts'
import { wordsOf } from '../text/words.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { authorKind, authorOf } from './author.ts'
import { once } from './idempotency.ts'
import { body, idempotencyKey, subject } from './rules.ts'

const address = z.string().refine((text) => isEmail(canonicalEmail(text)), 'This is not an email address')

const input = z.object({
  subject,
  body,
  categoryId: globalId('Category').nullish(),
  participants: z
    .array(address)
    .max(maxParticipants, `A ticket can have at most ${maxParticipants} participants`)
    .nullish(),
  idempotencyKey,
  customerEmail: address.nullish(),
})

interface NewTicket extends z.output<typeof input> {
  id: string
  /** Addresses of participants, as given. */
  invited: string[]
  rendered: Rendered
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
    participants: t.stringList({
      description:
        'Email addresses of participants, at most ten. Ignored if participants are disabled for the website.',
    }),
    idempotencyKey: t.string({
      description:
        'Any string, at most 200 characters. A repeat with the same key and input within 24 hours opens nothing ' +
        'and returns the first ticket.',
    }),
    customerEmail: t.string({
      description:
        'Email address of the ticket’s customer. Required from operators and keys, refused from customers.',
    }),
  }),
  input,
  errors: [NotFound, Conflict],
  work: async (input, context): Promise<{ ticketId: string; invited: string[] }> => {
    const viewer = member(context)
    checkCustomer(viewer, input.customerEmail)
    const own = viewer.kind === 'customer' ? [...viewer.participants, ...viewer.ignoredParticipants] : []
    const invited = [...own, ...(input.participants ?? [])]
    const id = newId()
    const rendered = await render(input.body, authorKind(viewer))
    const ticketId = await transaction((tx) =>
      once(tx, {
        caller: callerId(context),
        mutation: 'openTicket',
        input,
        resultId: id,
        // The scope is enough to open a ticket.
        authorise: async () => {},
        work: () => writeTicket(tx, viewer, { ...input, id, invited, rendered }),
      }),
    )
    return { ticketId, invited }
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

async function writeTicket(tx: Transaction, viewer: Member, input: NewTicket): Promise<void> {
  const { id, invited, body } = input
  const messageId = newId()
  const { html: bodyHtml, rendererVersion } = input.rendered
  // The website's row is locked first: it hands out the numbers.
  const { ticketCount: number, participantsEnabled } = await tx.website.update({
    where: { id: viewer.websiteId },
    data: { ticketCount: { increment: 1 } },
    select: { ticketCount: true, participantsEnabled: true },
  })
  const category = input.categoryId ? await findCategory(tx, viewer.websiteId, input.categoryId) : null
  const customer = await customerOf(tx, viewer, input.customerEmail)
  const { via, status } = authorOf(viewer)
  const actor = actorOf(viewer)
  const emails = participantsEnabled ? invitees(invited, customer.email) : []
  const now = new Date()
  await tx.ticket.create({
    data: {
      id,
      websiteId: viewer.websiteId,
      number,
      subject: input.subject,
      status,
      categoryId: category?.id,
      categoryName: category?.name,
      customerId: customer.id,
      messageCount: 1,
      preview: toPreview(body, authorKind(viewer)),
      customerReadPosition: viewer.kind === 'customer' ? 1 : 0,
      teamReadPosition: viewer.kind === 'customer' ? 0 : 1,
      createdAt: now,
      lastActivityAt: now,
      historyFilled: true,
      messages: {
        create: {
          id: messageId,
          position: 1,
          body,
          bodyHtml,
          rendererVersion,
          words: wordsOf(viewer.websiteId, input.subject, body),
          via,
          createdAt: now,
          ...actor,
        },
      },
      participants: {
        createMany: {
          data: emails.map((email) => ({ email, websiteId: viewer.websiteId, addedAt: now })),
        },
      },
    },
    select: { id: true },
  })
  await record(tx, { id, websiteId: viewer.websiteId }, actor, [
    { type: 'TICKET_OPENED' },
    { type: 'MESSAGE_POSTED', messageId },
  ])
}

function checkCustomer(viewer: Member, customerEmail: string | null | undefined): void {
  const wrong = (message: string) => new InvalidInput([{ path: ['input', 'customerEmail'], message }])
  if (viewer.kind === 'customer' && customerEmail)
    throw wrong('Customers can only open tickets for themselves')
  if (viewer.kind !== 'customer' && !customerEmail)
    throw wrong('Required: the email address of the ticket’s customer')
}

async function findCategory(tx: Transaction, websiteId: string, id: string) {
  await tx.$executeRaw`SELECT FROM "Category" WHERE "id" = ${id}::uuid FOR SHARE`
  const category = await tx.category.findFirst({ where: { id, websiteId } })
  if (!category) throw new NotFound('There is no such category')
  return category
}

function customerOf(tx: Transaction, viewer: Member, customerEmail: string | null | undefined) {
  if (viewer.kind === 'customer') return { id: viewer.id, email: viewer.email }
  return findOrCreateCustomer(viewer.websiteId, { email: customerEmail ?? '' }, tx)
}
