import type { TicketStatus as Status } from '../../../prisma/generated/client/enums.ts'
import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { db } from '../../database/db.ts'
import { byTimeAdded, TicketStatus } from '../../tickets/ticket.ts'
import { categoryIn, type NamedCategory, WebhookCategory } from './category.ts'
import { type Person, personIn, personSelection, WebhookPerson } from './person.ts'

interface Field {
  name: string
  label: string
  value: string
}

/** A ticket in the body of a webhook; times are texts. */
export interface TicketBody {
  id: string
  number: number
  subject: string
  status: Status
  category: NamedCategory | null
  customer: Person | null
  assignee: Person | null
  participants: string[]
  fields: Field[]
  createdAt: string
  updatedAt: string
  lastActivityAt: string
}

const WebhookField = builder.objectRef<Field>('WebhookField').implement({
  description: 'A ticket’s value for a field of its category, in the body of a webhook.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the field.' }),
    label: t.exposeString('label', { description: 'Label of the field when the value was set.' }),
    value: t.exposeString('value', { description: 'The value: a checkbox as `true` or `false`.' }),
  }),
})

export const WebhookTicket = builder.objectRef<TicketBody>('WebhookTicket').implement({
  description:
    'A ticket in the body of a webhook, in its state when the body was written: shortly before the first attempt. ' +
    'With several deliveries in any order, the one with the latest `updatedAt` is the newest.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id.' }),
    number: t.exposeInt('number', { description: 'Counts up within the website, without gaps.' }),
    subject: t.exposeString('subject', { description: 'Subject line, plain text.' }),
    status: t.expose('status', { type: TicketStatus, description: 'Whose turn it is.' }),
    category: t.expose('category', { type: WebhookCategory, description: 'Null for none.', nullable: true }),
    customer: t.expose('customer', {
      type: WebhookPerson,
      description: 'The ticket’s customer.',
      nullable: true,
    }),
    assignee: t.expose('assignee', { type: WebhookPerson, description: 'Null for nobody.', nullable: true }),
    participants: t.exposeStringList('participants', { description: 'Participants’ email addresses.' }),
    fields: t.expose('fields', { type: [WebhookField], description: 'Values of the category’s fields.' }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was opened.',
      resolve: ({ createdAt }) => new Date(createdAt),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When anything about it last changed.',
      resolve: ({ updatedAt }) => new Date(updatedAt),
    }),
    lastActivityAt: t.field({
      type: 'DateTime',
      description: 'When its newest message was posted.',
      resolve: ({ lastActivityAt }) => new Date(lastActivityAt),
    }),
  }),
})

export async function ticketBody(id: string): Promise<TicketBody> {
  const ticket = await db.ticket.findUniqueOrThrow({
    where: { id },
    include: {
      customer: personSelection.customer,
      assignee: personSelection.operator,
      participants: { select: { email: true }, orderBy: byTimeAdded },
      fields: {
        select: { name: true, label: true, value: true },
        orderBy: [{ position: 'asc' }, { name: 'asc' }],
      },
    },
  })
  const { number, subject, status, categoryId, categoryName, customer, assignee, fields } = ticket
  return {
    id: encodeGlobalID('Ticket', id),
    number,
    subject,
    status,
    category: categoryIn({ id: categoryId, name: categoryName }),
    customer: personIn({ customer }),
    assignee: personIn({ operator: assignee }),
    participants: ticket.participants.map(({ email }) => email),
    fields,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
    lastActivityAt: ticket.lastActivityAt.toISOString(),
  }
}
