import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { db } from '../../database/db.ts'
import { dataOf } from '../../events/event.ts'
import { webhookEvent } from './event.ts'

interface Draft {
  id: string
  body: string
}

const WebhookProposedReply = builder.objectRef<Draft>('WebhookProposedReply').implement({
  description: 'A proposed reply in the body of a webhook.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id.' }),
    body: t.exposeString('body', { description: 'Markdown, as written.' }),
  }),
})

const idOf = (id: string) => encodeGlobalID('ProposedReply', id)

webhookEvent<{ draft: Draft | null }>('REPLY_PROPOSED', {
  name: 'WebhookReplyProposed',
  description: '`reply.proposed`: a reply waits for approval. Only for endpoints that name this type.',
  fields: (t) => ({
    draft: t.expose('draft', {
      type: WebhookProposedReply,
      description: 'The proposed reply; null once it was sent, discarded or replaced.',
      nullable: true,
    }),
  }),
  read: async (event) => {
    const where = { id: dataOf(event, 'REPLY_PROPOSED').proposalId }
    const draft = await db.proposal.findUnique({ where, select: { id: true, body: true } })
    return { draft: draft && { ...draft, id: idOf(draft.id) } }
  },
})

webhookEvent<{ draftId: string }>('REPLY_DISCARDED', {
  name: 'WebhookReplyDiscarded',
  description: '`reply.discarded`: a proposed reply was discarded. Only for endpoints that name this type.',
  fields: (t) => ({
    draftId: t.exposeID('draftId', { description: 'Global id of the proposed reply.' }),
  }),
  read: (event) => ({ draftId: idOf(dataOf(event, 'REPLY_DISCARDED').proposalId) }),
})
