import { MailKind as Kinds, MailState as States } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { Message } from '../messages/message.ts'
import { visibleTo } from '../tickets/visibility.ts'

const MailKind = builder.enumType('MailKind', {
  description: 'What a mail tells.',
  values: {
    RECEIVED: { value: Kinds.RECEIVED, description: 'To the customer: their ticket has come in.' },
    REPLIED: { value: Kinds.REPLIED, description: 'To the customer or a participant: new messages.' },
    SOLVED: {
      value: Kinds.SOLVED,
      description: 'To the customer or a participant: the team marked it as solved.',
    },
    INVITED: { value: Kinds.INVITED, description: 'To a participant: they were added to the ticket.' },
    TEAM_OPENED: { value: Kinds.TEAM_OPENED, description: 'To an operator: a new ticket.' },
    TEAM_REPLIED: {
      value: Kinds.TEAM_REPLIED,
      description: 'To an operator: the customer or a participant wrote.',
    },
  },
})

const MailState = builder.enumType('MailState', {
  description: 'What became of a mail.',
  values: {
    QUEUED: { value: States.QUEUED, description: 'It waits to be sent, for the first time or again.' },
    SENT: { value: States.SENT, description: 'The mail server took it.' },
    FAILED: {
      value: States.FAILED,
      description: 'It was refused, came back, or could not be handed over for four days.',
    },
    DROPPED: {
      value: States.DROPPED,
      description: 'It was not wanted any more when its turn came: read, muted, no longer theirs.',
    },
  },
})

const isTeam = ({ viewer }: Context) => viewer?.kind === 'operator' || viewer?.kind === 'integration'

export const Mail = builder.prismaNode('Mail', {
  description: 'A mail about a ticket to one person. For operators and integrations alone.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({
    id,
    AND: isTeam(context) ? [] : [noRows],
    thread: { ticket: visibleTo(member(context)) },
  }),
  fields: (t) => ({
    kind: t.expose('kind', { type: MailKind, description: 'What it tells.' }),
    to: t.string({
      description: 'Address of its recipient.',
      select: { thread: { select: { email: true } } },
      resolve: ({ thread }) => thread.email,
    }),
    state: t.expose('state', { type: MailState, description: 'What became of it.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    failure: t.exposeString('failure', {
      description:
        'What the mail server said at the last try, why the email came back, or why it was dropped.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it became due.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      description: 'When the mail server took it.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(Message, 'mails', (t) =>
  t.field({
    type: [Mail],
    description: 'Mails of which this message was the newest, by time; null for customers.',
    nullable: true,
    complexity: { field: 1, multiplier: 10 },
    select: (_args, _context, selection) => ({
      mails: selection({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }, []),
    }),
    resolve: ({ mails }, _args, context) => (isTeam(context) ? mails : null),
  }),
)
