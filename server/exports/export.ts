import { ExportFormat as Formats } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { exportAddress } from '../attachments/signed-address.ts'
import { scopesOf } from '../identity/scopes.ts'
import { WebsiteSettings } from '../settings/settings.ts'
import { fileName } from './file-name.ts'

export const ExportFormat = builder.enumType('ExportFormat', {
  description: 'Format of an export.',
  values: {
    JSONL: {
      value: Formats.JSONL,
      description: 'One JSON object per line: each ticket, followed by its messages. UTF-8.',
    },
    CSV: {
      value: Formats.CSV,
      description:
        'One row per message, with its ticket. UTF-8, RFC 4180. Text that a spreadsheet would treat as a formula ' +
        'is prefixed with an apostrophe.',
    },
  },
})

const ExportState = builder.enumType('ExportState', {
  description: 'Whether an export can be downloaded.',
  values: {
    QUEUED: { description: 'Waiting or in progress.' },
    READY: { description: 'Complete.' },
  },
})

/** Condition for an export that the viewer may see. */
export function exportable(context: Context) {
  const { websiteId } = member(context)
  return { websiteId, AND: scopesOf(context.viewer).export ? [] : [noRows] }
}

export const Export = builder.prismaNode('Export', {
  description:
    'A file with tickets and messages. Poll it with `node` until it is READY. Deleted 24 hours later, or as soon ' +
    'as a person is erased from the website.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...exportable(context) }),
  fields: (t) => ({
    format: t.expose('format', { type: ExportFormat, description: 'How it is written.' }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'Only tickets that changed at this time or later are in it; null if all are.',
      nullable: true,
    }),
    customerEmail: t.exposeString('email', {
      description: 'Address of the person whose data it is, in lower case; null for tickets.',
      nullable: true,
    }),
    state: t.field({
      type: ExportState,
      description: 'Whether it can be downloaded.',
      resolve: ({ key }) => (key === null ? 'QUEUED' : 'READY'),
    }),
    url: t.string({
      description:
        'Download address. Valid until the export expires, and only as long as the caller may export. Null until ' +
        'it is READY.',
      nullable: true,
      resolve: (row, _args, context) =>
        row.key && row.expiresAt
          ? exportAddress(row.id, fileName(row), member(context), row.expiresAt)
          : null,
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it is deleted; null until it is READY.',
      nullable: true,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was requested.' }),
  }),
})

builder.prismaObjectField(WebsiteSettings, 'exports', (t) =>
  t.relation('exports', {
    type: Export,
    nullable: true,
    description:
      'Exports, newest first, until they expire; for administrators and keys with EXPORT; others get null with FORBIDDEN.',
    authScopes: { export: true },
    complexity: { field: 1, multiplier: 20 },
    query: () => ({
      where: { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
      orderBy: { id: 'desc' },
    }),
  }),
)
