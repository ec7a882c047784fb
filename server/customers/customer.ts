import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { scopesOf } from '../identity/scopes.ts'

function readable(context: Context) {
  const viewer = member(context)
  const { websiteId } = viewer
  if (viewer.kind === 'customer') return { websiteId, AND: [{ id: viewer.id }] }
  return { websiteId, AND: scopesOf(viewer).readTickets ? [] : [noRows] }
}

export const Customer = builder.prismaNode('Customer', {
  description: 'Somebody who uses the company’s product and asks for help: one address within one website.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readable(context) }),
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Verified address, in lower case.' }),
    nickname: t.exposeString('nickname', {
      description: 'What the embedding page calls them. Not verified.',
      nullable: true,
    }),
    name: t.string({
      description: 'What to call them: the nickname, else the address.',
      resolve: ({ nickname, email }) => nickname ?? email,
    }),
    locale: t.exposeString('locale', {
      description: 'Language that their page asked for (BCP 47).',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they first came.' }),
  }),
})
