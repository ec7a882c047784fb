import { z } from 'zod'
import { Prisma } from '../../prisma/generated/client/client.ts'
import { member } from '../api/context.ts'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { type Transaction, transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { touchWith } from '../events/record.ts'
import type { CustomerViewer } from '../identity/viewer.ts'
import { moveKeyMark } from './key-read-mark.ts'
import { type LockedTicket, lockVisible } from './lock.ts'
import { ticketPayload } from './payload.ts'

mutation('markTicketRead', {
  description:
    'Marks a ticket’s messages as read up to a position. Read marks never move back. Operators share one mark; ' +
    'each key has its own.',
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
      const position = Math.min(input.position, ticket.messageCount)
      if (viewer.kind === 'integration') {
        // Nobody else sees it.
        await rows(moveKeyMark(viewer.id, ticketId, position, position < ticket.messageCount), tx)
        return ticket
      }
      const marked =
        viewer.kind === 'operator'
          ? await readByTeam(tx, ticket, position)
          : markRead(ticket, viewer, position)
      if (marked !== ticket) await touchWith(tx, marked, saveMarks(marked))
      return marked
    })
    return { ticketId, ticket }
  },
})

/** The same for operators: if only keys' messages are left, they have read all of it. */
async function readByTeam(tx: Transaction, ticket: LockedTicket, position: number): Promise<LockedTicket> {
  if (ticket.teamReadPosition >= position) return ticket
  const where = { ticketId: ticket.id, position: { gt: position }, apiKeyId: { not: null } }
  const byKeys = ticket.unreadKeyMessages && (await tx.message.count({ where }))
  const isAll = position + byKeys === ticket.messageCount
  const read = isAll ? ticket.messageCount : position
  const updatedAt = new Date()
  const marks = { teamReadPosition: read, teamReadAt: updatedAt, unreadKeyMessages: isAll ? 0 : byKeys }
  return { ...ticket, updatedAt, ...marks }
}

/** The ticket with the customer's mark at a position; unchanged if the mark is already there or beyond. */
function markRead(ticket: LockedTicket, viewer: CustomerViewer, position: number): LockedTicket {
  const updatedAt = new Date()
  if (viewer.id !== ticket.customerId) {
    const own = ticket.participants.find(
      ({ email, readPosition }) => email === viewer.email && readPosition < position,
    )
    if (!own) return ticket
    const participants = ticket.participants.map((one) =>
      one === own ? { ...own, readPosition: position } : one,
    )
    return { ...ticket, updatedAt, participants }
  }
  if (ticket.customerReadPosition >= position) return ticket
  return { ...ticket, updatedAt, customerReadPosition: position, customerReadAt: updatedAt }
}

const saveMarks = ({
  id,
  updatedAt,
  customerReadPosition,
  customerReadAt,
  teamReadPosition,
  teamReadAt,
  unreadKeyMessages,
  participants,
}: LockedTicket) => Prisma.sql`
  WITH "followers" AS (
    UPDATE "Participant" SET "readPosition" = "mark"."readPosition"
    FROM jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) AS "mark" ("id" uuid, "readPosition" int)
    WHERE "Participant"."id" = "mark"."id" AND "Participant"."readPosition" < "mark"."readPosition"
  )
  UPDATE "Ticket" SET "customerReadPosition" = ${customerReadPosition}, "teamReadPosition" = ${teamReadPosition},
    "customerReadAt" = ${customerReadAt}::timestamptz, "teamReadAt" = ${teamReadAt}::timestamptz,
    "unreadKeyMessages" = ${unreadKeyMessages}, "updatedAt" = ${updatedAt}::timestamptz WHERE "id" = ${id}::uuid`
