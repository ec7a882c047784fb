import { queryFromInfo } from '@pothos/plugin-prisma'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { TicketStatus as Statuses } from '../../prisma/generated/client/enums.ts'
import { callerId, member } from '../api/context.ts'
import { Conflict, NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { attachmentIds, attachmentIdsDescription } from '../attachments/attach.ts'
import { db, transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'
import { render } from '../text/render.ts'
import { closesTickets } from '../tickets/closed.ts'
import { deleteDraft } from '../tickets/drafts/draft.ts'
import { lockVisible } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { ticketAnswers } from '../tickets/planned-ticket.ts'
import { TicketStatus } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { authorKind } from './author.ts'
import { once } from './idempotency.ts'
import { Message } from './message.ts'
import { asCustomer, asCustomerDescription, checkChoices, customerAuthor, notify } from './on-behalf.ts'
import { lockAddressed, post } from './post.ts'
import { body, idempotencyKey } from './rules.ts'

interface Reply {
  /** Where the message is. */
  ticketId: string
  messageId: string
  /** As written; absent for a repeat, and for a follow-up. */
  ticket?: object
  /** The same, if its author is loaded, too. */
  message?: object
}

mutation('reply', {
  description:
    'Posts a message to a ticket. Unless `status` says otherwise, status becomes PENDING when the team replies, ' +
    'OPEN when anyone else does, even if the ticket was solved. If it was solved more than ' +
    '`Website.followUpAfterDays` ago, a reply from its customer or a participant opens a new ticket with the same ' +
    'subject, category, field values and people, whose `followUpOf` is the earlier one; `ticket` is then the new ' +
    'one.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    body: t.string({
      required: true,
      description:
        'At most 20,000 characters. Markdown from operators and keys, plain text from customers and participants.',
    }),
    attachmentIds: t.idList({ description: attachmentIdsDescription }),
    status: t.field({
      type: TicketStatus,
      description:
        'Status after the message; null for the usual one. With OPEN, the ticket keeps its place in the team’s ' +
        'queue after a reply from a key. Only for operators and keys.',
    }),
    notify: t.boolean({
      defaultValue: true,
      description: 'False to send no email about this message. Only for operators and keys.',
    }),
    asCustomer: t.boolean({ defaultValue: false, description: asCustomerDescription }),
    idempotencyKey: t.string({
      description:
        'Any string, at most 200 characters. A repeat with the same key and input within 24 hours posts nothing ' +
        'and returns the first message.',
    }),
  }),
  input: z.object({
    ticketId: globalId('Ticket'),
    body,
    attachmentIds,
    status: z.enum(Statuses).nullish(),
    notify,
    asCustomer,
    idempotencyKey,
  }),
  errors: [NotFound, Conflict],
  work: async (input, context): Promise<Reply> => {
    const viewer = member(context)
    checkChoices(viewer, input)
    const { ticketId } = input
    const id = newId()
    const by: Pick<Member, 'kind'> = input.asCustomer ? { kind: 'customer' } : viewer
    const rendered = await render(input.body, authorKind(by))
    const mayFollowUp = by.kind === 'customer' && (await closesTickets(viewer.websiteId))
    const { id: messageId, made } = await transaction((tx) =>
      once(tx, {
        caller: callerId(context),
        mutation: 'reply',
        input,
        resultId: id,
        authorize: async () =>
          mayFollowUp
            ? lockAddressed(tx, ticketId, viewer, by)
            : { ticket: await lockVisible(tx, ticketId, viewer), closed: false },
        work: (addressed) => {
          const changes = deleteDraft(viewer, ticketId)
          const message = { ...input, id, rendered, changes }
          if (!input.asCustomer) return post(tx, viewer, addressed, message)
          const author = customerAuthor(viewer.websiteId, addressed.ticket.customer)
          // Whether they have read what others wrote is as unknown as with an email.
          const written = { via: 'API', uploader: viewer, emailedPosition: 0 } as const
          return post(tx, author, addressed, { ...message, ...written })
        },
      }),
    )
    return { messageId, ...(made ?? { ticketId: await ticketOf(messageId) }) }
  },
  payload: (t) => ({
    newMessage: t.field({
      type: Message,
      description: 'The new message.',
      resolve: ({ messageId: id, message }, _args, context, info) => {
        if (message && ticketAnswers.cover(info)) return message as never
        const query = queryFromInfo({ context, info })
        return readBack(db.message.findFirst({ ...query, where: { id, ticket: visibleTo(member(context)) } }))
      },
    }),
    ...ticketPayload(t),
  }),
})

/** The ticket of the first attempt's message: a repeat may be of one that opened a follow-up. */
async function ticketOf(messageId: string): Promise<string> {
  const where = { id: messageId }
  const { ticketId } = await readBack(db.message.findUnique({ where, select: { ticketId: true } }))
  return ticketId
}
