import { buffer } from 'node:stream/consumers'
import { encodeGlobalID } from '../api/global-id.ts'
import { storage } from '../attachments/storage/storage.ts'
import { db } from '../database/db.ts'

const batchSize = 100

/** Files of a person's tickets, and those they sent to other people's, with their bytes: one is in memory at a time. */
export async function* fileRecords(websiteId: string, email: string): AsyncGenerator<object> {
  for (let after = {}; ; ) {
    const files = await db.attachment.findMany({
      where: {
        ...after,
        websiteId,
        key: { not: null },
        message: { OR: [{ ticket: { customer: { email } } }, { customer: { email } }] },
      },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
    for (const { id, messageId, name, type, key } of files) {
      const found = await storage().read(key ?? '')
      if (!found) continue
      const base64 = (await buffer(found.bytes)).toString('base64')
      const message = encodeGlobalID('Message', messageId ?? '')
      yield {
        type: 'file',
        messageId: message,
        id: encodeGlobalID('Attachment', id),
        name,
        mediaType: type,
        base64,
      }
    }
    const last = files.at(-1)
    if (!last || files.length < batchSize) return
    after = { id: { gt: last.id } }
  }
}
