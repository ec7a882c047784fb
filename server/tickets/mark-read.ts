import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { transaction } from '../database/db.ts'
import { touchWith } from '../events/record.ts'
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
    const ticket = await transaction(async (tx) => {
      const ticket = await lockVisible(tx, ticketId, viewer)
      const marked = markRead(ticket, viewer, Math.min(input.position, ticket.messageCount))
      if (marked !== ticket) await touchWith(tx, marked, saveMarks(marked))
      return marked
    })
    return { ticketId, ticket }
  },
})

/** The ticket with the viewer's mark at a position; unchanged if the mark is already there or beyond. */
function markRead(ticket: LockedTicket, viewer: Member, position: number): LockedTicket {
  const updatedAt = new Date()
  if (viewer.kind === 'customer' && viewer.id !== ticket.customerId) {
    const own = ticket.participants.find(
      ({ email, readPosition }) => email === viewer.email && readPosition < position,
    )
    if (!own) return ticket
    const participants = ticket.participants.map((one) =>
      one === own ? { ...own, readPosition: position } : one,
    )
    return { ...ticket, updatedAt, participants }
  }
  const reader = viewer.kind === 'customer' ? 'customer' : 'team'
  if (ticket[`${reader}ReadPosition`] >= position) return ticket
  return { ...ticket, updatedAt, [`${reader}ReadPosition`]: position, [`${reader}ReadAt`]: updatedAt }
}

const saveMarks = ({
  id,
  updatedAt,
  customerReadPosition,
  customerReadAt,
  teamReadPosition,
  teamReadAt,
  participants,
}: LockedTicket) => Prisma.sql`
  WITH "followers" AS (
    UPDATE "Participant" SET "readPosition" = "mark"."readPosition"
    FROM jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) AS "mark" ("id" uuid, "readPosition" int)
    WHERE "Participant"."id" = "mark"."id" AND "Participant"."readPosition" < "mark"."readPosition"
  )
  UPDATE "Ticket" SET "customerReadPosition" = ${customerReadPosition}, "teamReadPosition" = ${teamReadPosition},
    "customerReadAt" = ${customerReadAt}::timestamptz, "teamReadAt" = ${teamReadAt}::timestamptz,
    "updatedAt" = ${updatedAt}::timestamptz WHERE "id" = ${id}::uuid`
