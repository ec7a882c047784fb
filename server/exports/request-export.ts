import { v7 as newId } from 'uuid'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import type { OutputFields } from '../api/builder.ts'
import type { Context } from '../api/context.ts'
import { LimitReached, readBack } from '../api/errors.ts'
import { db } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'
import { changeSettings } from '../settings/change.ts'
import { Export, exportable } from './export.ts'

/** Exports that a website may have at a time. */
const maxExports = 20

type Wanted = Pick<Prisma.ExportUncheckedCreateInput, 'format' | 'since' | 'email'>

/** Makes an export due, with its entry in the audit log. */
export function requestExport(
  context: Context,
  action: string,
  wanted: Wanted,
  details: (websiteId: string) => Prisma.InputJsonObject,
): Promise<{ id: string }> {
  return changeSettings(context, action, async (tx, websiteId) => {
    if ((await tx.export.count({ where: { websiteId } })) >= maxExports) {
      throw new LimitReached(`A website can have at most ${maxExports} exports at a time`, maxExports)
    }
    const id = newId()
    await tx.export.create({ data: { id, websiteId, ...wanted }, select: { id: true } })
    await enqueue(tx, 'export', { exportId: id })
    return { result: { id }, details: details(websiteId) }
  })
}

/** Payload fields of a mutation that requests an export. */
export const exportPayload = (t: OutputFields<{ id: string }>) => ({
  export: t.prismaField({
    type: Export,
    description: 'The export, still in progress.',
    resolve: (query, { id }, _args, context) =>
      readBack(db.export.findFirst({ ...query, where: { id, ...exportable(context) } })),
  }),
})
