import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'

export const Integration = builder.prismaNode('ApiKey', {
  variant: 'Integration',
  description: 'A program of the company that uses an API key, as shown to readers of its messages.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of its API key, such as “Billing bot”.' }),
  }),
})
