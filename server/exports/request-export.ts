import { v7 as newId } from 'uuid'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import type { OutputFields } from '../api/builder.ts'
import type { Context } from '../api/context.ts'
import { LimitReached, readBack } from '../api/errors.ts'
import { db, type Transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'
import { changeSettings } from '../settings/change.ts'
import { Export, exportable } from './export.ts'

/** Exports of a website that may wait at a time, and those that are kept once they are ready. */
const maxWaiting = 20
const maxReady = 50

/** What descriptions say of both. */
export const limits = `At most ${maxWaiting} wait at a time, and the newest ${maxReady} are kept.`

type Wanted = Pick<Prisma.ExportUncheckedCreateInput, 'format' | 'since' | 'email'>

/** Makes an export due, with its entry in the audit log. */
export function requestExport(
  context: Context,
  action: string,
  wanted: Wanted,
  details: (websiteId: string) => Prisma.InputJsonObject,
): Promise<{ id: string }> {
  return changeSettings(context, action, async (tx, websiteId) => {
    if ((await tx.export.count({ where: { websiteId, key: null } })) >= maxWaiting) {
      throw new LimitReached(`A website can have at most ${maxWaiting} exports waiting at a time`, maxWaiting)
    }
    await makeRoom(tx, websiteId)
    const id = newId()
    await tx.export.create({ data: { id, websiteId, ...wanted }, select: { id: true } })
    await enqueue(tx, 'export', { exportId: id })
    return { result: { id }, details: details(websiteId) }
  })
}

/** Deletes the oldest of those that are ready; so a job that exports every hour is never refused. */
async function makeRoom(tx: Transaction, websiteId: string): Promise<void> {
  const ready = { websiteId, key: { not: null } }
  const oldest = await tx.export.findMany({
    where: ready,
    orderBy: { id: 'desc' },
    skip: maxReady - 1,
    select: { id: true },
  })
  await tx.export.deleteMany({ where: { ...ready, id: { in: oldest.map(({ id }) => id) } } })
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
