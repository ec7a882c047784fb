import { SecretKind as Kinds } from '../../../prisma/generated/client/enums.ts'
import { builder } from '../../api/builder.ts'
import { WebsiteSettings } from '../settings.ts'
import { administered } from '../visibility.ts'

export const SecretKind = builder.enumType('SecretKind', {
  description: 'What a secret signs.',
  values: {
    CUSTOMER: {
      value: Kinds.CUSTOMER,
      description: 'Customers’ email addresses, in the iframe’s address or `openSession`.',
    },
    OPERATOR: { value: Kinds.OPERATOR, description: 'Operators’ sign-in links.' },
  },
})

export const SigningSecret = builder.prismaNode('SigningSecret', {
  description: 'A secret for signatures. `revealSecret` returns its value.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...administered(context) }),
  fields: (t) => ({
    kind: t.expose('kind', { type: SecretKind, description: 'What it signs.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    retiresAt: t.expose('retiresAt', {
      type: 'DateTime',
      description: 'When it stops being valid, once replaced; null for the current one.',
      nullable: true,
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it was last used to sign in, accurate to about a minute; null if never.',
      nullable: true,
    }),
  }),
})

/** Those that still work: the current and the retiring ones. */
export const liveOnes = () => ({ OR: [{ retiresAt: null }, { retiresAt: { gt: new Date() } }] })

builder.prismaObjectField(WebsiteSettings, 'secrets', (t) =>
  t.relation('secrets', {
    type: SigningSecret,
    description: 'Valid secrets, current and retiring, newest first.',
    complexity: { field: 1, multiplier: 5 },
    query: () => ({ where: liveOnes(), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
)
