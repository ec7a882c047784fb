import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { lockAndDeleteProposal } from './lock-and-delete.ts'

mutation('discardReply', {
  description: 'Discards a proposed reply.',
  scope: { team: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the proposed reply.' }) }),
  input: z.object({ id: globalId('ProposedReply') }),
  errors: [NotFound],
  work: async ({ id }, context) => {
    const viewer = member(context)
    return transaction(async (tx) => {
      const ticket = await lockAndDeleteProposal(tx, id, viewer)
      await record(tx, ticket, actorOf(viewer), [{ type: 'REPLY_DISCARDED', proposalId: id }])
      return { ticketId: ticket.id }
    })
  },
  payload: ticketPayload,
})
