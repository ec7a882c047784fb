import { buffer } from 'node:stream/consumers'
import { config } from '../../config/config.ts'
import { db, transaction } from '../../database/db.ts'
import { touch, wakeTeam } from '../../events/record.ts'
import { type Outcome, work } from '../../jobs/jobs.ts'
import type { Jobs } from '../../jobs/queues.ts'
import { rareWarning } from '../../log/log.ts'
import { storage } from '../storage/storage.ts'
import { askScanner } from './ask-scanner.ts'

/** Seconds until a file is sent to the scanner again. */
const retryDelay = { min: 5, max: 600 }

const warn = rareWarning('a file was not scanned, will be retried')

export const startScanning = () => work('scan-file', scanFile)

/**
 * Has a file scanned. While the scanner does not respond, the file waits, however long that takes: each delay is as long
 * as all before it.
 */
async function scanFile({ attachmentId: id }: Jobs['scan-file']): Promise<Outcome> {
  const file = await db.attachment.findFirst({ where: { id, state: 'PENDING', key: { not: null } } })
  const stored = file?.key && (await storage().read(file.key))
  // Deleted in the meantime, or scanned by a process that then died.
  if (!file || !stored) return 'done'
  try {
    if (!config.scanUrl) throw new Error('SCAN_URL is not set')
    await recordVerdict(id, await askScanner(config.scanUrl, await buffer(stored.bytes)))
    return 'done'
  } catch (err) {
    stored.bytes.destroy()
    warn({ err })
    const waited = (Date.now() - file.createdAt.getTime()) / 1_000
    return { again: Math.round(Math.min(Math.max(waited, retryDelay.min), retryDelay.max)) }
  }
}

/** Deletes the bytes of an infected file, and wakes the readers of its message. */
async function recordVerdict(id: string, infected: boolean): Promise<void> {
  await transaction(async (tx) => {
    const found = infected
      ? { state: 'INFECTED' as const, key: null, previewKey: null, width: null, height: null }
      : { state: 'CLEAN' as const }
    const [before] = await tx.$queryRaw<{ key: string; previewKey: string | null }[]>`
      SELECT "key", "previewKey" FROM "Attachment" WHERE "id" = ${id}::uuid AND "state" = 'PENDING' FOR UPDATE`
    if (!before) return
    const select = {
      message: { select: { ticketId: true } },
      note: { select: { ticket: { select: { id: true, websiteId: true } } } },
    }
    const { message, note } = await tx.attachment.update({ where: { id }, data: found, select })
    if (infected) {
      const dueAt = new Date()
      const keys = [before.key, before.previewKey].filter((key) => key !== null)
      await tx.fileToDelete.createMany({ data: keys.map((key) => ({ key, dueAt })) })
    }
    if (message) await touch(tx, message.ticketId)
    if (note) wakeTeam(tx, note.ticket)
  })
}
