import { EmailKind as Kinds, EmailState as States } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { Message } from '../messages/message.ts'
import { visibleTo } from '../tickets/visibility.ts'

const EmailKind = builder.enumType('EmailKind', {
  description: 'Reason for an email.',
  values: {
    RECEIVED: { value: Kinds.RECEIVED, description: 'To the customer: confirms a new ticket.' },
    REPLIED: { value: Kinds.REPLIED, description: 'To the customer or a participant: new messages.' },
    SOLVED: {
      value: Kinds.SOLVED,
      description: 'To the customer or a participant: the team solved the ticket.',
    },
    INVITED: { value: Kinds.INVITED, description: 'To a participant: they were added to the ticket.' },
    TEAM_OPENED: { value: Kinds.TEAM_OPENED, description: 'To an operator: a new ticket.' },
    TEAM_REPLIED: {
      value: Kinds.TEAM_REPLIED,
      description: 'To an operator: new messages from the customer or a participant.',
    },
  },
})

export const EmailState = builder.enumType('EmailState', {
  description: 'Delivery state of an email.',
  values: {
    QUEUED: { value: States.QUEUED, description: 'Waiting for its first attempt or the next one.' },
    SENT: { value: States.SENT, description: 'Accepted by the mail server.' },
    FAILED: {
      value: States.FAILED,
      description: 'Refused, bounced, or not accepted by the mail server within four days.',
    },
    SKIPPED: {
      value: States.SKIPPED,
      description: 'Skipped: already read, muted, or no longer relevant to the recipient.',
    },
  },
})

const isTeam = ({ viewer }: Context) => viewer?.kind === 'operator' || viewer?.kind === 'integration'

export const Email = builder.prismaNode('Email', {
  description: 'An email about a ticket to one person. Visible only to operators and integrations.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({
    id,
    AND: isTeam(context) ? [] : [noRows],
    thread: { ticket: visibleTo(member(context)) },
  }),
  fields: (t) => ({
    kind: t.expose('kind', { type: EmailKind, description: 'Reason for the email.' }),
    to: t.string({
      description: 'Recipient’s address.',
      select: { thread: { select: { email: true } } },
      resolve: ({ thread }) => thread.email,
    }),
    state: t.expose('state', { type: EmailState, description: 'Delivery state.' }),
    attempts: t.exposeInt('attempts', { description: 'Number of delivery attempts.' }),
    failure: t.exposeString('failure', {
      description:
        'Response of the mail server to the last attempt, or why the email bounced or was skipped; null if nothing ' +
        'went wrong.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was queued.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      description: 'When the mail server accepted it; null before that.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(Message, 'emails', (t) =>
  t.field({
    type: [Email],
    description: 'Emails whose newest message is this one, oldest first; null for customers.',
    nullable: true,
    complexity: { field: 1, multiplier: 10 },
    select: (_args, _context, selection) => ({
      emails: selection({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }, []),
    }),
    resolve: ({ emails }, _args, context) => (isTeam(context) ? emails : null),
  }),
)
