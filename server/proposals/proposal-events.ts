import { encodeGlobalID } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { dataOf } from '../events/event.ts'
import { eventType } from '../tickets/events/ticket-event.ts'
import { ProposedReply } from './proposal.ts'

declare module '../events/event.ts' {
  interface EventData {
    REPLY_PROPOSED: { proposalId: string }
    REPLY_DISCARDED: { proposalId: string }
  }
}

eventType('REPLY_PROPOSED', {
  name: 'ReplyProposed',
  description: 'A reply was proposed. Customers do not see this event.',
  internal: true,
  fields: (t) => ({
    draft: t.prismaField({
      type: ProposedReply,
      description: 'The proposed reply; null once it was sent, discarded or replaced.',
      nullable: true,
      resolve: (query, event) =>
        db.proposal.findUnique({ ...query, where: { id: dataOf(event, 'REPLY_PROPOSED').proposalId } }),
    }),
  }),
})

eventType('REPLY_DISCARDED', {
  name: 'ReplyDiscarded',
  description: 'A proposed reply was discarded. Customers do not see this event.',
  internal: true,
  fields: (t) => ({
    draftId: t.id({
      description: 'Global id of the proposed reply, which no longer exists.',
      resolve: (event) => encodeGlobalID('ProposedReply', dataOf(event, 'REPLY_DISCARDED').proposalId),
    }),
  }),
})
