import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { isErased } from '../identity/email.ts'
import { scopesOf } from '../identity/scopes.ts'

function readable(context: Context) {
  const viewer = member(context)
  const { websiteId } = viewer
  if (viewer.kind === 'customer') return { websiteId, AND: [{ id: viewer.id }] }
  return { websiteId, AND: scopesOf(viewer).readTickets ? [] : [noRows] }
}

export const Customer = builder.prismaNode('Customer', {
  description: 'A user of the company’s product who opens tickets: one email address within one website.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...readable(context) }),
  fields: (t) => ({
    email: t.exposeString('email', {
      description:
        'Verified email address, in lower case; for an erased customer, a placeholder that receives no email.',
    }),
    erased: t.boolean({
      // Read with the name, which says it in English.
      complexity: 0,
      description:
        'Whether the person was erased: name and address are deleted, and what they wrote is replaced by `[…]`.',
      resolve: ({ email }) => isErased(email),
    }),
    nickname: t.exposeString('nickname', {
      description: 'Name given by the embedding page. Unverified.',
      nullable: true,
    }),
    name: t.string({
      description: 'Display name: the nickname, or else the email address; `Erased customer` once erased.',
      resolve: ({ nickname, email }) => (isErased(email) ? 'Erased customer' : (nickname ?? email)),
    }),
    locale: t.exposeString('locale', {
      description: 'Language given by the embedding page (BCP 47).',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When they first signed in, or a ticket was first opened for them.',
    }),
  }),
})
