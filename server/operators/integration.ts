import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'

export const Integration = builder.prismaNode('ApiKey', {
  variant: 'Integration',
  description:
    'A program of the company’s that works through an API key, as everybody sees it who reads what it wrote.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the key, such as “Billing bot”.' }),
  }),
})
