import { queryFromInfo } from '@pothos/plugin-prisma'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { callerId, member } from '../api/context.ts'
import { Conflict, NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { attachmentIds, attachmentIdsDescription } from '../attachments/attach.ts'
import { db, transaction } from '../database/db.ts'
import { render } from '../text/render.ts'
import { deleteDraft } from '../tickets/draft.ts'
import { lockVisible } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { ticketAnswers } from '../tickets/planned-ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { appendMessage } from './append.ts'
import { authorKind } from './author.ts'
import { once } from './idempotency.ts'
import { Message } from './message.ts'
import { body, idempotencyKey } from './rules.ts'

interface Reply {
  ticketId: string
  messageId: string
  /** As written; absent for a repeat. */
  ticket?: object
  /** The same, if its author is loaded, too. */
  message?: object
}

mutation('reply', {
  description:
    'Posts a message to a ticket. Status becomes PENDING when the team replies, OPEN when anyone else does, ' +
    'also on a solved ticket.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    body: t.string({
      required: true,
      description:
        'At most 20,000 characters. Markdown from operators and keys, plain text from customers and participants.',
    }),
    attachmentIds: t.idList({ description: attachmentIdsDescription }),
    idempotencyKey: t.string({
      description:
        'Any string, at most 200 characters. A repeat with the same key and input within 24 hours posts nothing ' +
        'and returns the first message.',
    }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), body, attachmentIds, idempotencyKey }),
  errors: [NotFound, Conflict],
  work: async (input, context): Promise<Reply> => {
    const viewer = member(context)
    const { ticketId } = input
    const id = newId()
    const rendered = await render(input.body, authorKind(viewer))
    const { id: messageId, made } = await transaction((tx) =>
      once(tx, {
        caller: callerId(context),
        mutation: 'reply',
        input,
        resultId: id,
        authorise: () => lockVisible(tx, ticketId, viewer),
        work: (ticket) => {
          const changes = deleteDraft(viewer, ticketId)
          return appendMessage(tx, viewer, ticket, { ...input, id, rendered, changes })
        },
      }),
    )
    return { ticketId, messageId, ...made }
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
