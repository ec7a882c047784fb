import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import type { Export } from '../../prisma/generated/client/client.ts'
import { storage } from '../attachments/storage/storage.ts'
import { config } from '../config/config.ts'
import { openDataDir } from '../data-dir/data-dir.ts'
import { db, transaction } from '../database/db.ts'
import { type Outcome, work } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { csvLines, jsonLines } from './formats.ts'
import { personRecords } from './person-records.ts'
import { ticketRecords } from './records.ts'

const day = 24 * 60 * 60_000
/** Characters that are written at a time. */
const chunkLength = 65_536

export async function startExporting(): Promise<void> {
  await work('export', writeExport)
}

/** Writes an export to the store, unless it was written or deleted. An interrupted write leaves nothing behind. */
async function writeExport({ exportId: id }: Jobs['export']): Promise<Outcome> {
  const wanted = await db.export.findUnique({ where: { id, key: null } })
  if (!wanted) return 'done'
  const file = await temporaryFile(id)
  try {
    const size = await writeAll(file, linesOf(wanted))
    await store(id, file, size)
  } finally {
    await file.close()
  }
  return 'done'
}

function linesOf({ websiteId, format, since, email }: Export): AsyncGenerator<string> {
  if (email !== null) return jsonLines(personRecords(websiteId, email))
  const records = ticketRecords({ websiteId, ...(since && { updatedAt: { gte: since } }) })
  return format === 'CSV' ? csvLines(records) : jsonLines(records)
}

/** Unlinked at once, so that nothing is left if the process dies. */
async function temporaryFile(id: string): Promise<FileHandle> {
  openDataDir(config.dataDir)
  const path = join(config.dataDir, `export-${id}`)
  await rm(path, { force: true })
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

async function writeAll(file: FileHandle, lines: AsyncIterable<string>): Promise<number> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < chunkLength) continue
    await file.writeFile(chunk)
    chunk = ''
  }
  await file.writeFile(chunk)
  return (await file.stat()).size
}

/** As for an upload, the key is noted for deletion until the row has it. */
async function store(id: string, file: FileHandle, size: number): Promise<void> {
  const key = newId()
  await db.fileToDelete.create({ data: { key, dueAt: new Date(Date.now() + day) } })
  await storage().put(key, file.createReadStream({ start: 0, autoClose: false }), size)
  const kept = await transaction(async (tx) => {
    const data = { key, expiresAt: new Date(Date.now() + day) }
    const { count } = await tx.export.updateMany({ where: { id, key: null }, data })
    if (count > 0) await tx.fileToDelete.deleteMany({ where: { key } })
    return count > 0
  })
  if (!kept) await db.fileToDelete.updateMany({ where: { key }, data: { dueAt: new Date() } })
}
