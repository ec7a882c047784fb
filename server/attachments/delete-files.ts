import { db } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'
import { rareWarning } from '../log/log.ts'
import { storage } from './storage/storage.ts'

const day = 24 * 60 * 60_000
const batchSize = 100
const warn = rareWarning('a file was not deleted, will be retried')

/** Deletes uploads that nobody attached within a day; the database notes their bytes for deletion, as for all others. */
export async function forgetOldUploads(): Promise<void> {
  const where = { messageId: null, noteId: null, createdAt: { lt: new Date(Date.now() - day) } }
  await inBatches((limit) => db.attachment.deleteMany({ where, limit }))
}

/** Deletes the bytes of deleted attachments and of interrupted uploads. */
export async function deleteFiles(): Promise<void> {
  const start = new Date()
  let due: { key: string }[]
  do {
    const where = { dueAt: { lte: start } }
    due = await db.fileToDelete.findMany({ where, orderBy: { dueAt: 'asc' }, take: batchSize })
    for (const { key } of due) await deleteFile(key)
  } while (due.length === batchSize)
}

async function deleteFile(key: string): Promise<void> {
  try {
    await storage().delete(key)
    await db.fileToDelete.deleteMany({ where: { key } })
  } catch (error) {
    warn({ err: error })
    // Retried with the next batch, after the others.
    await db.fileToDelete.updateMany({ where: { key }, data: { dueAt: new Date() } })
  }
}
