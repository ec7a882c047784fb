import { z } from 'zod'
import { canonicalEmail, isEmail } from '../access/email.ts'
import { verb } from '../builder.ts'
import { member } from '../context.ts'
import { transaction } from '../db.ts'
import { InvalidInput, LimitReached, NotFound } from '../errors.ts'
import { globalId } from '../global-id.ts'
import { announce } from '../tickets/announce.ts'
import { lockManaged } from '../tickets/lock.ts'
import { recordArrival } from '../tickets/news.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { mostParticipants } from './invite.ts'

const invalid = (message: string) => new InvalidInput([{ path: ['input', 'email'], message }])

verb('addParticipant', {
  description: 'Lets somebody follow a ticket. Adding them again changes nothing.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'The ticket.' }),
    email: t.string({ required: true, description: 'Address of the one to add.' }),
  }),
  input: z.object({
    ticketId: globalId('Ticket'),
    email: z.string().transform(canonicalEmail).refine(isEmail, 'This is not an e-mail address'),
  }),
  errors: [NotFound, LimitReached],
  payload: ticketPayload,
  work: async ({ ticketId, email }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      const ticket = await lockManaged(tx, ticketId, viewer)
      if (ticket.customer.email === email) throw invalid('This is the ticket’s customer')
      const { participantsEnabled } = await tx.website.findUniqueOrThrow({ where: { id: viewer.websiteId } })
      if (!participantsEnabled) {
        throw invalid('Participants are switched off for this website')
      }
      if (ticket.participants.some((participant) => participant.email === email)) return
      if (ticket.participants.length >= mostParticipants) {
        throw new LimitReached(`A ticket has at most ${mostParticipants} participants`, mostParticipants)
      }
      const addedAt = new Date()
      await tx.participant.create({ data: { ticketId, websiteId: viewer.websiteId, email, addedAt } })
      await recordArrival(tx, ticketId)
      await tx.ticket.update({ where: { id: ticketId }, data: { updatedAt: new Date() } })
    })
    await announce(ticketId)
    return { ticketId }
  },
})
