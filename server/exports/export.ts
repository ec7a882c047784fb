import { ExportFormat as Formats } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { noRows } from '../api/conditions.ts'
import { type Context, member } from '../api/context.ts'
import { exportAddress } from '../attachments/signed-address.ts'
import { scopesOf } from '../identity/scopes.ts'
import { fileName } from './file-name.ts'

export const ExportFormat = builder.enumType('ExportFormat', {
  description: 'How an export is written.',
  values: {
    JSONL: {
      value: Formats.JSONL,
      description: 'An object a line: a ticket, and then its messages. UTF-8.',
    },
    CSV: {
      value: Formats.CSV,
      description:
        'A row for each message, with its ticket. UTF-8, RFC 4180; an apostrophe precedes what a spreadsheet would ' +
        'take for a formula.',
    },
  },
})

const ExportState = builder.enumType('ExportState', {
  description: 'Whether an export can be downloaded.',
  values: {
    QUEUED: { description: 'Waits, or is being written.' },
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
    'A file with tickets and messages. Ask for it with `node` until it is READY. Deleted 24 hours later, and when a ' +
    'person is erased from the website.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, ...exportable(context) }),
  fields: (t) => ({
    format: t.expose('format', { type: ExportFormat, description: 'How it is written.' }),
    state: t.field({
      type: ExportState,
      description: 'Whether it can be downloaded.',
      resolve: ({ key }) => (key === null ? 'QUEUED' : 'READY'),
    }),
    url: t.string({
      description:
        'Where to GET it, until it expires, as long as the caller keeps the right to export. Null until it is READY.',
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
