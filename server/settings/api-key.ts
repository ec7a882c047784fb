import { ApiScope as Scopes } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { WebsiteSettings } from './settings.ts'
import { administered } from './visibility.ts'

export const ApiScope = builder.enumType('ApiScope', {
  description: 'What an API key may do.',
  values: {
    TICKETS_READ: { value: Scopes.TICKETS_READ, description: 'Read tickets, messages and customers.' },
    TICKETS_WRITE: {
      value: Scopes.TICKETS_WRITE,
      description: 'Open, answer and change tickets, and read them.',
    },
    SETTINGS_READ: {
      value: Scopes.SETTINGS_READ,
      description: 'Read settings and the audit log, but no secret, and nothing of tickets or customers.',
    },
    SETTINGS_WRITE: {
      value: Scopes.SETTINGS_WRITE,
      description:
        'Change settings, and read what was changed. To reveal or roll a secret, and to add or change an operator, a ' +
        'key also needs TICKETS_WRITE and SETTINGS_READ: they let others sign in who can do all of that.',
    },
  },
})

export const ApiKey = builder.prismaNode('ApiKey', {
  description: 'A key that signs a program in. Its text was shown once, when it was made.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...administered(context) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name, also as the author of what it writes.' }),
    scopes: t.expose('scopes', { type: [ApiScope], description: 'What it may do.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it was last used, to the minute or so; null for never.',
      nullable: true,
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      description: 'When it was revoked; null while it works.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'apiKeys', (t) =>
  t.relation('apiKeys', {
    type: ApiKey,
    description: 'API keys, newest first, revoked ones included.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
  }),
)
