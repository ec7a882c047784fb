import type { GraphQLResolveInfo } from 'graphql'
import { Answers } from '../api/planned/answers.ts'
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
  valuesColumn,
  valuesFields,
  withPeople,
} from './rows.ts'

/** What the statement answers of a ticket, the same to all who may see it. */
export const ticketAnswers = new Answers(
  ...ticketFields,
  ...peopleFields,
  ...valuesFields,
  ...['Ticket.customerReadAt', 'Ticket.teamReadAt', 'Ticket.solvedAt'],
  ...['Ticket.participants', 'Participant.email', 'Participant.addedAt'],
)

/** The same, and what only the viewer sees of it: for a ticket that is read for nobody else. */
export const ownTicketAnswers = new Answers('Ticket.draft').including(ticketAnswers)

const times = 't."customerReadAt", t."teamReadAt", t."solvedAt"'

const ticket = (author: string) => `SELECT ${ticketColumns}, ${times}, ${peopleColumns}, ${valuesColumn}, (
    SELECT json_agg(json_build_object('email', p."email", 'addedAt', p."addedAt", 'readPosition', p."readPosition")
      ORDER BY p."addedAt", p."email")
    FROM "Participant" p WHERE p."ticketId" = t."id") AS "participants", (
    SELECT json_build_array(json_build_object('body', d."body"))
    FROM "Draft" d WHERE d."ticketId" = t."id" AND d."${author}" = $3) AS "drafts"
  FROM ${peopleOf('"Ticket" t')} WHERE t."id" = $1 AND t."websiteId" = $2`

type Row = PeopleRow & { participants: object[] | null; drafts: object[] | null }

const forTeam = planned<[id: string, websiteId: string, operatorId: string | null], Row>(ticket('operatorId'))

const forCustomer = planned<[id: string, websiteId: string, customerId: string, email: string], Row>(
  `${ticket('customerId')} AND (t."customerId" = $3
    OR EXISTS (SELECT FROM "Participant" p WHERE p."ticketId" = t."id" AND p."email" = $4))`,
)

/** Reads what is selected below a ticket; null to leave that to the fields. */
type ReadBeside = (ticketId: string, info: GraphQLResolveInfo) => Promise<object> | null

const besides: ReadBeside[] = []

/** Adds a read that leaves together with the ticket's own, before it is known whether the viewer may see the ticket. */
export function readBeside(read: ReadBeside): void {
  besides.push(read)
}

/** The ticket, if `visibleTo` allows the viewer to see it; otherwise null. */
export async function plannedTicket(id: string, viewer: Member, info?: GraphQLResolveInfo) {
  if (!scopesOf(viewer).readTickets) return null
  const { websiteId } = viewer
  const reading =
    viewer.kind === 'customer'
      ? forCustomer(id, websiteId, viewer.id, viewer.email)
      : // Without a selection it is read for the whole team.
        forTeam(id, websiteId, info && viewer.kind === 'operator' ? viewer.id : null)
  // A field whose read fails here reads again, and has the error.
  const below = info ? besides.map((read) => read(id, info)?.catch(() => ({}))) : []
  const [[row], ...parts] = await Promise.all([reading, ...below])
  if (!row) return null
  const { participants, drafts } = row
  return Object.assign(
    withPeople({ ...row, participants: participants ?? [], drafts: drafts ?? [] }),
    ...parts,
  )
}
