import { OperatorRole as Roles } from '../../prisma/generated/client/enums.ts'
import { builder } from '../builder.ts'
import { type Context, member } from '../context.ts'

export const OperatorRole = builder.enumType('OperatorRole', {
  description: 'What an operator may do.',
  values: {
    ADMIN: { value: Roles.ADMIN, description: 'Answers tickets and changes settings.' },
    AGENT: { value: Roles.AGENT, description: 'Answers tickets.' },
  },
})

const isCustomer = (context: Context) => context.viewer?.kind === 'customer'

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
