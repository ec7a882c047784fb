import { z } from 'zod'
import { member } from '../api/context.ts'
import { InvalidInput, LimitReached, NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { actorOf } from '../events/actor.ts'
import { record } from '../events/record.ts'
import { emailAddress } from '../identity/email-rule.ts'
import type { IssueCode } from '../text/issue-codes.ts'
import { lockManaged } from '../tickets/lock.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { maxParticipants } from './invite.ts'

const invalid = (code: IssueCode, message: string) =>
  new InvalidInput([{ path: ['input', 'email'], code, message }])

mutation('addParticipant', {
  description:
    'Adds a participant to a ticket, who may read it and reply to it. Adding them again changes nothing. A ' +
    'ticket has at most ten.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    email: t.string({ required: true, description: 'Email address to add.' }),
  }),
  input: z.object({
    ticketId: globalId('Ticket'),
    email: emailAddress,
  }),
  errors: [NotFound, LimitReached],
  payload: ticketPayload,
  work: async ({ ticketId, email }, context) => {
    const viewer = member(context)
    await transaction(async (tx) => {
      const ticket = await lockManaged(tx, ticketId, viewer)
      if (ticket.customer.email === email)
        throw invalid('EMAIL_OF_CUSTOMER', 'This is the address of the ticket’s customer')
      const { participantsEnabled } = await tx.website.findUniqueOrThrow({
        where: { id: viewer.websiteId },
        select: { participantsEnabled: true },
      })
      if (!participantsEnabled) {
        throw invalid('PARTICIPANTS_DISABLED', 'Participants are disabled for this website')
      }
      if (ticket.participants.some((participant) => participant.email === email)) return
      if (ticket.participants.length >= maxParticipants) {
        throw new LimitReached(`A ticket can have at most ${maxParticipants} participants`, maxParticipants)
      }
      const now = new Date()
      const { websiteId } = viewer
      const { id } = await tx.participant.create({ data: { ticketId, websiteId, email, addedAt: now } })
      await tx.ticket.update({ where: { id: ticketId }, data: { updatedAt: now }, select: { id: true } })
      await record(tx, ticket, actorOf(viewer), [{ type: 'PARTICIPANT_ADDED', participantId: id }])
    })
    return { ticketId }
  },
})
