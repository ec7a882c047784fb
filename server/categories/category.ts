import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { planList } from '../websites/planned-website.ts'

export const Category = builder.prismaNode('Category', {
  description: 'What a ticket is about, chosen from the company’s list.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name shown to customers.' }),
    position: t.exposeInt('position', { description: 'Position in the list, starting at 1.' }),
  }),
})

builder.prismaObjectField('Website', 'categories', (t) =>
  t.relation('categories', {
    description:
      'Categories to choose from, in order, at most 50. If there are none, the form does not ask for one.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: inOrder },
  }),
)

planList(
  'categories',
  `SELECT c."id", c."name", c."position" FROM "Category" c WHERE c."websiteId" = w."id"
    ORDER BY c."position", c."id"`,
  ['Category.id', 'Category.name', 'Category.position'],
)
