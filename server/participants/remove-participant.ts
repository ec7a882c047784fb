import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db, transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { canonicalEmail } from '../identity/email.ts'
import { lockManaged, lockVisible } from '../tickets/lock.ts'
import { Ticket } from '../tickets/ticket.ts'
import { visibleTo } from '../tickets/visibility.ts'

mutation('removeParticipant', {
  description:
    'Removes a participant from a ticket, effective immediately. Participants may remove themselves.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    email: t.string({ required: true, description: 'Email address to remove.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), email: z.string().transform(canonicalEmail) }),
  errors: [NotFound],
  work: async ({ ticketId, email }, context): Promise<{ ticketId: string }> => {
    const viewer = member(context)
    const leaving = viewer.kind === 'customer' && viewer.email === email
    await transaction(async (tx) => {
      const ticket = await (leaving ? lockVisible : lockManaged)(tx, ticketId, viewer)
      const id = ticket.participants.find((participant) => participant.email === email)?.id
      if (!id) throw new NotFound('There is no such participant')
      const now = new Date()
      await tx.participant.delete({ where: { id } })
      const { websiteId } = ticket
      await tx.formerParticipant.create({ data: { id, ticketId, websiteId, email, removedAt: now } })
      await tx.ticket.update({ where: { id: ticketId }, data: { updatedAt: now }, select: { id: true } })
      await record(tx, ticket, actorOf(viewer), [{ type: 'PARTICIPANT_REMOVED', participantId: id }])
    })
    return { ticketId }
  },
  payload: (t) => ({
    ticket: t.prismaField({
      type: Ticket,
      description: 'The ticket after the change; null for a participant who left.',
      nullable: true,
      resolve: (query, { ticketId }, _args, context) =>
        db.ticket.findFirst({ ...query, where: { id: ticketId, ...visibleTo(member(context)) } }),
    }),
  }),
})
