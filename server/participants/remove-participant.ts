import { z } from 'zod'
import { canonicalEmail } from '../access/email.ts'
import { verb } from '../builder.ts'
import { member } from '../context.ts'
import { db, transaction } from '../db.ts'
import { NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { visibleTo } from '../tickets/access.ts'
import { announce } from '../tickets/announce.ts'
import { lockManaged, lockVisible } from '../tickets/lock.ts'
import { Ticket } from '../tickets/ticket.ts'

verb('removeParticipant', {
  description: 'Ends somebody’s following of a ticket, at once. Participants may remove themselves.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'The ticket.' }),
    email: t.string({ required: true, description: 'Address of the one to remove.' }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), email: z.string().transform(canonicalEmail) }),
  errors: [NotFound],
  work: async ({ ticketId, email }, context): Promise<{ ticketId: string }> => {
    const viewer = member(context)
    const leaving = viewer.kind === 'customer' && viewer.email === email
    await transaction(async (tx) => {
      await (leaving ? lockVisible : lockManaged)(tx, ticketId, viewer)
      const { count } = await tx.participant.deleteMany({ where: { ticketId, email } })
      if (count === 0) throw new NotFound('There is no such participant')
      await tx.ticket.update({ where: { id: ticketId }, data: { updatedAt: new Date() } })
    })
    await announce(ticketId, [email])
    return { ticketId }
  },
  payload: (t) => ({
    ticket: t.prismaField({
      type: Ticket,
      description: 'The ticket as it is now; null for a participant who has left it.',
      nullable: true,
      resolve: (query, { ticketId }, _args, context) =>
        db.ticket.findFirst({ ...query, where: { id: ticketId, ...visibleTo(member(context)) } }),
    }),
  }),
})
