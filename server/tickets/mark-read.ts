import { z } from 'zod'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { type Transaction, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import type { Member } from '../identity/viewer.ts'
import { type LockedTicket, lockVisible } from './lock.ts'
import { ticketPayload } from './payload.ts'

mutation('markTicketRead', {
  description:
    'Marks a ticket’s messages as read up to a position. Read marks never move back. Operators and ' +
    'integrations share one mark.',
  scope: { writeTickets: true },
  fields: (t) => ({
    ticketId: t.id({ required: true, description: 'Global id of the ticket.' }),
    position: t.int({
      required: true,
      description: 'Position of the last message read; one beyond the end means all.',
    }),
  }),
  input: z.object({ ticketId: globalId('Ticket'), position: z.int().min(0) }),
  errors: [NotFound],
  payload: ticketPayload,
  work: async (input, context) => {
    const viewer = member(context)
    const { ticketId } = input
    await transaction(async (tx) => {
      const ticket = await lockVisible(tx, ticketId, viewer)
      const position = Math.min(input.position, ticket.messageCount)
      const moved = await markRead(tx, ticket, viewer, position)
      if (moved.count > 0) await touch(tx, ticketId)
    })
    return { ticketId }
  },
})

function markRead(tx: Transaction, { id, customerId }: LockedTicket, viewer: Member, position: number) {
  if (viewer.kind === 'customer' && viewer.id !== customerId) {
    const where = { ticketId: id, email: viewer.email, readPosition: { lt: position } }
    return tx.participant.updateMany({ where, data: { readPosition: position } })
  }
  const mark = viewer.kind === 'customer' ? 'customerReadPosition' : 'teamReadPosition'
  return tx.ticket.updateMany({ where: { id, [mark]: { lt: position } }, data: { [mark]: position } })
}
