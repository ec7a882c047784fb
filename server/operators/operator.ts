import { MailNotifications as Choices } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { type Context, member } from '../api/context.ts'
import { WebsiteSettings } from '../settings/settings.ts'
import { OperatorRole } from '../websites/operator-role.ts'

const isCustomer = (context: Context) => context.viewer?.kind === 'customer'

export const MailNotifications = builder.enumType('MailNotifications', {
  description: 'Of which tickets an operator gets mails.',
  values: {
    ALL: { value: Choices.ALL, description: 'Of every ticket.' },
    ASSIGNED: { value: Choices.ASSIGNED, description: 'Of those that they are in charge of.' },
    NONE: { value: Choices.NONE, description: 'Of none.' },
  },
})

export const Operator = builder.prismaNode('Operator', {
  description: 'Somebody of the company who answers tickets. Kept after they have left, for their messages.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name as customers see it.' }),
    email: t.string({
      description: 'Address; null for customers.',
      nullable: true,
      resolve: ({ email }, _, context) => (isCustomer(context) ? null : email),
    }),
    role: t.field({
      type: OperatorRole,
      description: 'What they may do; null for customers.',
      nullable: true,
      resolve: ({ role }, _, context) => (isCustomer(context) ? null : role),
    }),
    notifications: t.field({
      type: MailNotifications,
      description: 'Of which tickets they get mails; null for customers.',
      nullable: true,
      resolve: ({ notifications }, _, context) => (isCustomer(context) ? null : notifications),
    }),
    active: t.exposeBoolean('active', { description: 'Whether they may still sign in.' }),
  }),
})

builder.prismaObjectField('Website', 'operators', (t) =>
  t.field({
    type: [Operator],
    description: 'Operators who may sign in, by name; null for customers.',
    nullable: true,
    complexity: { field: 1, multiplier: 10 },
    select: (_args, _context, selection) => ({
      operators: selection({ where: { active: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }, []),
    }),
    resolve: ({ operators }, _args, context) => (isCustomer(context) ? null : operators),
  }),
)

builder.prismaObjectField(WebsiteSettings, 'operators', (t) =>
  t.relation('operators', {
    type: Operator,
    description: 'Everybody who ever was an operator, active ones first.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }] },
  }),
)
