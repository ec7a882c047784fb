import type { TicketStatus as Status } from '../../../prisma/generated/client/enums.ts'
import { db } from '../../database/db.ts'
import { dataOf } from '../../events/event.ts'
import { TicketStatus } from '../../tickets/ticket.ts'
import { categoryIn, type NamedCategory, WebhookCategory } from './category.ts'
import { webhookEvent } from './event.ts'
import { type Person, personIn, personSelection, WebhookPerson } from './person.ts'

webhookEvent('TICKET_OPENED', {
  name: 'WebhookTicketOpened',
  description: '`ticket.opened`. Its first message is a separate event.',
  fields: () => ({}),
  read: () => ({}),
})

webhookEvent('MESSAGE_POSTED', {
  name: 'WebhookMessagePosted',
  description: '`message.posted`. The message is in `data.message`.',
  fields: () => ({}),
  read: () => ({}),
})

webhookEvent<{ from: Status; to: Status }>('STATUS_CHANGED', {
  name: 'WebhookStatusChanged',
  description: '`status.changed`, set directly or by a new message.',
  fields: (t) => ({
    from: t.expose('from', { type: TicketStatus, description: 'Status before the change.' }),
    to: t.expose('to', { type: TicketStatus, description: 'Status after the change.' }),
  }),
  read: (event) => {
    const { from, to } = dataOf(event, 'STATUS_CHANGED')
    return { from, to }
  },
})

webhookEvent<{ from: Person | null; to: Person | null }>('ASSIGNEE_CHANGED', {
  name: 'WebhookAssigneeChanged',
  description: '`assignee.changed`.',
  fields: (t) => ({
    from: t.expose('from', {
      type: WebhookPerson,
      description: 'Assignee before the change; null for nobody.',
      nullable: true,
    }),
    to: t.expose('to', {
      type: WebhookPerson,
      description: 'Assignee after the change; null for nobody.',
      nullable: true,
    }),
  }),
  read: async (event) => {
    const { from, to } = dataOf(event, 'ASSIGNEE_CHANGED')
    return { from: await operatorOf(from), to: await operatorOf(to) }
  },
})

async function operatorOf(id: string | null): Promise<Person | null> {
  const operator = id && (await db.operator.findUnique({ where: { id }, ...personSelection.operator }))
  return operator ? personIn({ operator }) : null
}

webhookEvent<{ from: NamedCategory | null; to: NamedCategory | null }>('CATEGORY_CHANGED', {
  name: 'WebhookCategoryChanged',
  description: '`category.changed`.',
  fields: (t) => ({
    from: t.expose('from', {
      type: WebhookCategory,
      description: 'Category before the change; null for none.',
      nullable: true,
    }),
    to: t.expose('to', {
      type: WebhookCategory,
      description: 'Category after the change; null for none.',
      nullable: true,
    }),
  }),
  read: (event) => {
    const { from, to } = dataOf(event, 'CATEGORY_CHANGED')
    return { from: categoryIn(from), to: categoryIn(to) }
  },
})
