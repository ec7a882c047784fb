import { builder } from '../api/builder.ts'
import { WebsiteSettings } from './settings.ts'
import { administered } from './visibility.ts'

export const AllowedDomain = builder.prismaNode('AllowedDomain', {
  description: 'A host whose pages may embed the ticket center.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...administered(context) }),
  fields: (t) => ({
    domain: t.exposeString('domain', {
      description: 'Host in lower case and punycode: `app.acme.com`, or `*.acme.com` for its subdomains.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'allowedDomains', (t) =>
  t.relation('domains', {
    type: AllowedDomain,
    description: 'Hosts whose pages may embed the ticket center.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  }),
)
