import { Answers } from '../api/answers.ts'
import { planned } from '../database/planned.ts'
import { scopesOf } from '../identity/scopes.ts'
import type { Member } from '../identity/viewer.ts'
import {
  type PeopleRow,
  peopleColumns,
  peopleFields,
  peopleOf,
  ticketColumns,
  ticketFields,
  withPeople,
} from './rows.ts'

/** What the statement answers of a ticket. */
export const ticketAnswers = new Answers(
  ...ticketFields,
  ...peopleFields,
  ...['Ticket.participants', 'Participant.email', 'Participant.addedAt'],
)

const ticket = `SELECT ${ticketColumns}, ${peopleColumns}, (
    SELECT json_agg(json_build_object('email', p."email", 'addedAt', p."addedAt", 'readPosition', p."readPosition")
      ORDER BY p."addedAt", p."email")
    FROM "Participant" p WHERE p."ticketId" = t."id") AS "participants"
  FROM ${peopleOf('"Ticket" t')} WHERE t."id" = $1 AND t."websiteId" = $2`

type Row = PeopleRow & { participants: object[] | null }

const forTeam = planned<[id: string, websiteId: string], Row>(ticket)

const forCustomer = planned<[id: string, websiteId: string, customerId: string, email: string], Row>(
  `${ticket} AND (t."customerId" = $3
    OR EXISTS (SELECT FROM "Participant" p WHERE p."ticketId" = t."id" AND p."email" = $4))`,
)

/** The ticket, if `visibleTo` allows the viewer to see it; otherwise null. */
export async function plannedTicket(id: string, viewer: Member) {
  if (!scopesOf(viewer).readTickets) return null
  const { websiteId } = viewer
  const [row] =
    viewer.kind === 'customer'
      ? await forCustomer(id, websiteId, viewer.id, viewer.email)
      : await forTeam(id, websiteId)
  return row ? withPeople({ ...row, participants: row.participants ?? [] }) : null
}
