import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { db } from '../database/db.ts'

export const Website = builder.prismaNode('Website', {
  description: 'A company that embeds the ticket center.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, AND: [{ id: member(context).websiteId }] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name shown to customers.' }),
    locale: t.exposeString('locale', {
      description: 'Language (BCP 47) for visitors whose language is not supported.',
    }),
  }),
})

builder.queryField('website', (t) =>
  t.prismaField({
    type: Website,
    description: 'The caller’s website.',
    nullable: true,
    authScopes: { member: true },
    resolve: (query, _root, _args, context) =>
      db.website.findUnique({ ...query, where: { id: member(context).websiteId } }),
  }),
)
