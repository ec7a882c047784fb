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
      description: 'Read, open, reply to and change tickets.',
    },
    SETTINGS_READ: {
      value: Scopes.SETTINGS_READ,
      description: 'Read settings and the audit log, but no secrets, tickets or customers.',
    },
    SETTINGS_WRITE: {
      value: Scopes.SETTINGS_WRITE,
      description:
        'Change settings, and read what was changed. To reveal or roll the CUSTOMER secret, or to add or change an ' +
        'agent, a key also needs TICKETS_WRITE and SETTINGS_READ. To do so with the OPERATOR secret or an ' +
        'administrator, it needs every scope, because they can do everything.',
    },
    WEBHOOKS_WRITE: {
      value: Scopes.WEBHOOKS_WRITE,
      description:
        'Create, change and delete webhook endpoints, and read their deliveries. Those contain tickets and messages: ' +
        'the key can send them to any address. To list the endpoints, a key also needs SETTINGS_READ.',
    },
    EXPORT: {
      value: Scopes.EXPORT,
      description: 'Export all tickets, messages and customers as a file.',
    },
    ERASE: {
      value: Scopes.ERASE,
      description: 'Erase customers permanently. Does not let the key read what it erases.',
    },
    IMPORT: {
      value: Scopes.IMPORT,
      description:
        'Import tickets from another system, with messages by anyone and from any time in the past, and upload ' +
        'their files. To read what was imported, a key also needs TICKETS_READ.',
    },
  },
})

export const ApiKey = builder.prismaNode('ApiKey', {
  description: 'A key for a program. Its text was returned once, by `createApiKey`.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...administered(context) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name, also shown as the author of its messages.' }),
    scopes: t.expose('scopes', { type: [ApiScope], description: 'At least one. Cannot be changed.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it was last used, accurate to about a minute; null if never.',
      nullable: true,
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      description: 'When it was revoked; null while it is valid.',
      nullable: true,
    }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'apiKeys', (t) =>
  t.relation('apiKeys', {
    type: ApiKey,
    description: 'API keys, including revoked ones, newest first.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
  }),
)
