import { queryFromInfo } from '@pothos/plugin-prisma'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db, transaction } from '../database/db.ts'
import { appendMessage } from '../messages/append.ts'
import { Message } from '../messages/message.ts'
import { body } from '../messages/rules.ts'
import { render } from '../text/render.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { lockAndDeleteProposal } from './lock-and-delete.ts'
import { proposalsFor } from './proposal.ts'

mutation('approveReply', {
  description:
    'Posts a proposed reply as the operator’s own message, and deletes the proposal. If someone else sent or ' +
    'discarded it first, returns NotFound and posts nothing.',
  scope: { operator: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the proposed reply.' }),
    body: t.string({
      description:
        'The text to post instead, Markdown, at most 20,000 characters; null for the proposed one.',
    }),
  }),
  input: z.object({ id: globalId('ProposedReply'), body: body.nullish() }),
  errors: [NotFound],
  work: async ({ id, body: edited }, context) => {
    const viewer = member(context)
    const proposed = await db.proposal.findFirst({ where: { id, AND: [proposalsFor(context)] } })
    const text = edited ?? proposed?.body ?? ''
    const message = { id: newId(), body: text, rendered: await render(text, 'team') }
    return transaction(async (tx) => {
      const ticket = await lockAndDeleteProposal(tx, id, viewer)
      const { ticket: changed } = await appendMessage(tx, viewer, ticket, message)
      return { messageId: message.id, ticketId: ticket.id, ticket: changed }
    })
  },
  payload: (t) => ({
    newMessage: t.field({
      type: Message,
      description: 'The message that was posted.',
      resolve: ({ messageId: id }, _args, context, info) => {
        const query = queryFromInfo({ context, info })
        return readBack(db.message.findFirst({ ...query, where: { id, ticket: visibleTo(member(context)) } }))
      },
    }),
    ...ticketPayload(t),
  }),
})
