import { buffer } from 'node:stream/consumers'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../database/db.ts'
import { log } from '../log/log.ts'
import { Refused } from './arriving.ts'
import { drawPreview, isPicture } from './pictures/preview.ts'
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

/**
 * Stores a file and its preview, and then calls `keep`. The bytes are deleted within a day, unless `keep` has called
 * `keepFiles` in the transaction that makes them an attachment's. `typeOf` is asked once all have arrived.
 */
export async function storeFile(
  bytes: AsyncIterable<Uint8Array>,
  typeOf: () => string,
  keep: (stored: Stored) => Promise<void>,
): Promise<void> {
  const key = newId()
  const keys = [key]
  await noteForDeletion(key)
  try {
    await storage.put(key, bytes)
    const type = typeOf()
    const stored: Stored = { key, type, previewKey: null, width: null, height: null }
    const drawing = isPicture(type) ? await drawPreview(await readAll(key)) : 'not a picture'
    if (drawing === 'too many pixels') throw new Refused(413, 'The picture has more than 60 million pixels')
    if (drawing !== 'not a picture') {
      const previewKey = newId()
      keys.push(previewKey)
      await noteForDeletion(previewKey)
      await storage.put(previewKey, onePart(drawing.preview))
      Object.assign(stored, { previewKey, width: drawing.width, height: drawing.height })
    }
    await keep(stored)
  } catch (error) {
    await db.fileToDelete
      .updateMany({ where: { key: { in: keys } }, data: { dueAt: new Date() } })
      .catch((err) => log.warn({ err }, 'the bytes of a broken upload stay for a day'))
    throw error
  }
}

/** See `storeFile`. */
export async function keepFiles(tx: Transaction, { key, previewKey }: Stored): Promise<void> {
  await tx.fileToDelete.deleteMany({ where: { key: { in: [key, previewKey ?? key] } } })
}

async function noteForDeletion(key: string): Promise<void> {
  await db.fileToDelete.create({ data: { key, dueAt: new Date(Date.now() + day) } })
}

/** A file that is in memory already. */
export async function* onePart(part: Uint8Array) {
  yield part
}

async function readAll(key: string): Promise<Uint8Array> {
  const file = await storage.read(key)
  if (!file) throw new Error('The file that was just stored is gone')
  return buffer(file.bytes)
}
