import { z } from 'zod'
import { ExportFormat as Formats } from '../../prisma/generated/client/enums.ts'
import { LimitReached } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { ExportFormat } from './export.ts'
import { exportPayload, limits, requestExport } from './request-export.ts'

mutation('createExport', {
  description: `Exports the website’s tickets with their messages as a file. Audited. ${limits}`,
  scope: { export: true },
  fields: (t) => ({
    format: t.field({ type: ExportFormat, required: true, description: 'Format of the file.' }),
    since: t.field({
      type: 'DateTime',
      description:
        'Only tickets that changed at this time or later (`updatedAt`), with all of their messages; null for all ' +
        'tickets.',
    }),
  }),
  input: z.object({ format: z.enum(Formats), since: z.date().nullish() }),
  errors: [LimitReached],
  work: ({ format, since = null }, context) =>
    requestExport(context, 'createExport', { format, since }, () => ({
      format,
      ...(since && { since: since.toISOString() }),
    })),
  payload: exportPayload,
})
