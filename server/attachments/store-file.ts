import { buffer } from 'node:stream/consumers'
import { v7 as newId } from 'uuid'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import { config } from '../config/config.ts'
import { db, transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import { Refused } from './arriving.ts'
import { drawPreview, hasPreview } from './pictures/preview.ts'
import { storage } from './storage/storage.ts'

const day = 24 * 60 * 60_000

/** Columns of an attachment whose bytes are stored. */
interface Stored {
  key: string
  type: string
  previewKey: string | null
  width: number | null
  height: number | null
}

/** `typeOf` is asked once all bytes have arrived. */
interface Arriving {
  bytes: AsyncIterable<Uint8Array>
  size: number
  typeOf: () => string
}

/** The attachment that gets the bytes, if it still meets the rest. */
type Announced = Prisma.AttachmentWhereInput & { id: string }

/**
 * Stores a file and its preview for an attachment. Returns false if none meets `where` by
 * then. Unused bytes are deleted within a day.
 */
export async function storeFile({ bytes, size, typeOf }: Arriving, where: Announced): Promise<boolean> {
  const key = newId()
  const keys = [key]
  await noteForDeletion(key)
  try {
    await storage().put(key, bytes, size)
    const type = typeOf()
    const stored: Stored = { key, type, previewKey: null, width: null, height: null }
    const drawing = hasPreview(type) ? await drawPreview(type, () => readAll(key)) : 'not a picture'
    if (drawing === 'too many pixels') throw new Refused(422, 'The image has more than 60 million pixels')
    if (drawing !== 'not a picture') {
      const previewKey = newId()
      keys.push(previewKey)
      await noteForDeletion(previewKey)
      await storage().put(previewKey, onePart(drawing.preview), drawing.preview.length)
      Object.assign(stored, { previewKey, width: drawing.width, height: drawing.height })
    }
    const recorded = await record(where, stored, keys)
    if (!recorded) await deleteSoon(keys)
    return recorded
  } catch (error) {
    await deleteSoon(keys)
    throw error
  }
}

/** With a scanner, nobody can open the file until it has been scanned. */
const record = (where: Announced, stored: Stored, keys: string[]) =>
  transaction(async (tx) => {
    const state = config.scanUrl ? 'PENDING' : 'CLEAN'
    const { count } = await tx.attachment.updateMany({ where, data: { ...stored, state } })
    if (count === 0) return false
    await tx.fileToDelete.deleteMany({ where: { key: { in: keys } } })
    if (state === 'PENDING') await enqueue(tx, 'scan-file', { attachmentId: where.id })
    return true
  })

const deleteSoon = (keys: string[]) =>
  db.fileToDelete
    .updateMany({ where: { key: { in: keys } }, data: { dueAt: new Date() } })
    .catch((err) => log.warn({ err }, 'could not delete an interrupted upload: it is deleted within a day'))

async function noteForDeletion(key: string): Promise<void> {
  await db.fileToDelete.create({ data: { key, dueAt: new Date(Date.now() + day) } })
}

/** A file that is in memory already. */
export async function* onePart(part: Uint8Array) {
  yield part
}

async function readAll(key: string): Promise<Uint8Array> {
  const file = await storage().read(key)
  if (!file) throw new Error('The file that was just stored is gone')
  return buffer(file.bytes)
}
