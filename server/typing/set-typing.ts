import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { visibleTo } from '../tickets/visibility.ts'
import { notice } from './typists.ts'

mutation('setTyping', {
  description:
    'Shows everyone who can see a ticket that the caller is typing a reply, for six seconds. Call it about every ' +
    'three seconds while they type; it is forwarded at most every two. Nothing is stored.',
  scope: { person: true },
  fields: (t) => ({ ticketId: t.id({ required: true, description: 'Global id of the ticket.' }) }),
  input: z.object({ ticketId: globalId('Ticket') }),
  errors: [NotFound],
  work: async ({ ticketId }, context): Promise<{ shown: boolean }> => {
    const viewer = member(context)
    const ticket = await db.ticket.findFirst({
      where: { id: ticketId, ...visibleTo(viewer) },
      select: { website: { select: { typingEnabled: true } } },
    })
    if (!ticket) throw new NotFound('There is no such ticket')
    const { typingEnabled: shown } = ticket.website
    if (shown && viewer.kind !== 'integration') notice(ticketId, viewer.kind, viewer.id)
    return { shown }
  },
  payload: (t) => ({
    shown: t.exposeBoolean('shown', {
      description: 'False if the website does not show who is typing: see `Website.typingEnabled`.',
    }),
  }),
})
