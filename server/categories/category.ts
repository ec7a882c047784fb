import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'

export const Category = builder.prismaNode('Category', {
  description: 'What a ticket is about, chosen from a list that the company keeps.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name as customers see it.' }),
    position: t.exposeInt('position', { description: 'Place in the list, from 1 on.' }),
  }),
})

builder.prismaObjectField('Website', 'categories', (t) =>
  t.relation('categories', {
    description: 'Categories to choose from, in their order; none: the form has no such field.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  }),
)
