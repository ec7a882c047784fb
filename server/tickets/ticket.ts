import { TicketStatus as Statuses } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { shownCategoryName } from '../categories/category.ts'
import { visibleTo } from './visibility.ts'

export const TicketStatus = builder.enumType('TicketStatus', {
  description: 'Whose turn it is.',
  values: {
    OPEN: { value: Statuses.OPEN, description: 'Waiting for the team.' },
    PENDING: { value: Statuses.PENDING, description: 'Waiting for the customer.' },
    SOLVED: {
      value: Statuses.SOLVED,
      description: 'Done. Any reply reopens it, unless it opens a follow-up.',
    },
  },
})

/** Columns of a new ticket that only later changes set. */
export const unset = {
  assigneeId: null,
  solvedByTeamAt: null,
  solvedAt: null,
  erasedAt: null,
  followUpOfId: null,
  unreadKeyMessages: 0,
  externalId: null,
}

/** Order of the participants of a ticket. */
export const byTimeAdded = [{ addedAt: 'asc' as const }, { email: 'asc' as const }]

export const Ticket = builder.prismaNode('Ticket', {
  description: 'A customer’s request and the conversation about it.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [visibleTo(member(context))] }),
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts up within the website, without gaps.' }),
    subject: t.exposeString('subject', { description: 'Subject line, plain text.' }),
    status: t.expose('status', { type: TicketStatus, description: 'Whose turn it is.' }),
    category: t.relation('category', {
      description: 'Category; null if there is none or it has been deleted.',
      nullable: true,
    }),
    categoryName: t.string({
      description:
        'Name of the category when the ticket was opened or last moved, in the language of `Category.name`; null for ' +
        'none.',
      nullable: true,
      select: { categoryName: true },
      resolve: ({ categoryName }, _args, context) =>
        categoryName === null ? null : shownCategoryName(categoryName, context),
    }),
    customer: t.relation('customer', { description: 'The customer whose ticket it is.' }),
    assignee: t.relation('assignee', {
      description: 'Operator the ticket is assigned to; null for nobody.',
      nullable: true,
    }),
    preview: t.exposeString('preview', {
      description: 'Start of the newest message, one line of plain text.',
    }),
    messageCount: t.exposeInt('messageCount', {
      description: 'Number of messages: the position of the newest.',
    }),
    solvedAt: t.expose('solvedAt', {
      type: 'DateTime',
      description: 'When it was marked as solved; null in every other status.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was opened.' }),
    lastActivityAt: t.expose('lastActivityAt', {
      type: 'DateTime',
      description:
        'When the newest message was posted, ignoring messages from keys that left the ticket OPEN, so that it ' +
        'keeps its place in the queue.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Last change of any kind, including read marks and email delivery.',
    }),
  }),
})
