import { Prisma, type TicketField } from '../../prisma/generated/client/client.ts'
import { whole } from '../api/planned/whole-rows.ts'

const { websiteId, solvedByTeamAt, solvedAt, followUpOfId, erasedAt, historyFilled, ...others } =
  Prisma.TicketScalarFieldEnum
const { customerReadAt, teamReadAt, ...readColumns } = others
const columns = Object.keys(readColumns)

/** Columns of a ticket that planned statements select: what its fields read in a list. */
export const ticketColumns = columns.map((name) => `t."${name}"`).join()

/** Columns of its people, from `peopleOf`. */
export const peopleColumns = 'c."email", c."nickname", o."name" AS "assigneeName"'

export const peopleOf = (ticket: string) => `${ticket} JOIN "Customer" c ON c."id" = t."customerId"
  LEFT JOIN "Operator" o ON o."id" = t."assigneeId"`

/** Column of the values of its category's fields, in order. */
export const valuesColumn = `(
    SELECT coalesce(json_agg(to_json(f) ORDER BY f."position", f."name"), '[]') FROM "TicketField" f
    WHERE f."ticketId" = t."id") AS "fields"`

/** Fields of a ticket that need only its columns: most have a column's name. */
export const ticketFields = [...columns, 'unreadCount'].map((name) => `Ticket.${name}`)

/** Fields that need its people, too. */
export const peopleFields = [
  ...['Ticket.category', 'Category.id', 'Ticket.assignee', 'Operator.id', 'Operator.name'],
  ...['Ticket.customer', 'Customer.id', 'Customer.email', 'Customer.nickname', 'Customer.name'],
  'Customer.erased',
]

/** Fields that need its values, too. */
export const valuesFields = [
  'Ticket.fields',
  ...['name', 'label', 'type', 'value'].map((name) => `TicketField.${name}`),
]

export interface TicketRow {
  id: string
  categoryId: string | null
  customerId: string
  assigneeId: string | null
  lastActivityAt: Date
}

export interface PeopleRow extends TicketRow {
  email: string
  nickname: string | null
  assigneeName: string | null
  fields: TicketField[]
}

/** A ticket with its people, as the fields of `Ticket` read it. */
export function withPeople<Row extends PeopleRow>(row: Row) {
  const { categoryId, customerId, assigneeId, email, nickname, assigneeName } = row
  return {
    ...whole,
    ...row,
    category: categoryId && { ...whole, id: categoryId },
    customer: { ...whole, id: customerId, email, nickname },
    assignee: assigneeId && { ...whole, id: assigneeId, name: assigneeName },
  }
}
