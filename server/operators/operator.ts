import { EmailNotifications as Choices } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { type Context, member } from '../api/context.ts'
import { scopesOf } from '../identity/scopes.ts'
import { WebsiteSettings } from '../settings/settings.ts'
import { OperatorRole } from '../websites/operator-role.ts'

/** Operators, and keys that may read tickets or settings. */
function knowsTeam({ viewer }: Context): boolean {
  const { readTickets, readSettings } = scopesOf(viewer)
  return viewer?.kind !== 'customer' && (readTickets || readSettings)
}

export const EmailNotifications = builder.enumType('EmailNotifications', {
  description: 'Which tickets an operator is emailed about.',
  values: {
    ALL: { value: Choices.ALL, description: 'All tickets.' },
    ASSIGNED: { value: Choices.ASSIGNED, description: 'Tickets assigned to them.' },
    NONE: { value: Choices.NONE, description: 'None.' },
  },
})

export const Operator = builder.prismaNode('Operator', {
  description:
    'A member of the company’s team who answers tickets. Former operators are kept as authors of their ' +
    'messages.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name shown to customers.' }),
    email: t.string({
      description:
        'Email address; null for customers, and for keys that may read neither tickets nor settings.',
      nullable: true,
      resolve: ({ email }, _, context) => (knowsTeam(context) ? email : null),
    }),
    role: t.field({
      type: OperatorRole,
      description: 'Role; null for customers, and for keys that may read neither tickets nor settings.',
      nullable: true,
      resolve: ({ role }, _, context) => (knowsTeam(context) ? role : null),
    }),
    notifications: t.field({
      type: EmailNotifications,
      description:
        'Which tickets they are emailed about; null for customers, and for keys that may read neither tickets nor settings.',
      nullable: true,
      resolve: ({ notifications }, _, context) => (knowsTeam(context) ? notifications : null),
    }),
    locale: t.string({
      description:
        'Language (BCP 47) they chose for the console and their emails; null if the browser’s and the website’s ' +
        'are used. Also null for customers, and for keys that may read neither tickets nor settings.',
      nullable: true,
      resolve: ({ locale }, _, context) => (knowsTeam(context) ? locale : null),
    }),
    active: t.exposeBoolean('active', { description: 'Whether they may sign in.' }),
  }),
})

builder.prismaObjectField('Website', 'operators', (t) =>
  t.field({
    type: [Operator],
    description:
      'Active operators, sorted by name; null for customers, and for keys that may read neither tickets nor settings.',
    nullable: true,
    complexity: { field: 1, multiplier: 10 },
    select: (_args, _context, selection) => ({
      operators: selection({ where: { active: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }, []),
    }),
    resolve: ({ operators }, _args, context) => (knowsTeam(context) ? operators : null),
  }),
)

builder.prismaObjectField(WebsiteSettings, 'operators', (t) =>
  t.relation('operators', {
    type: Operator,
    description: 'Active and former operators, active ones first.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }] },
  }),
)
