/** A file of a message; returns its global id. */
export async function receivedFile(messageId: string): Promise<string> {
  const { db } = await import('../../server/database/db.ts')
  const { encodeGlobalID, localId } = await import('../../server/api/global-id.ts')
  const message = await db.message.findUniqueOrThrow({
    where: { id: localId('Message', messageId) ?? '' },
    include: { ticket: true },
  })
  const { websiteId } = message.ticket
  const file = { name: 'a.png', size: 1, type: 'image/png', messageId: message.id, websiteId }
  const { id } = await db.attachment.create({ data: file })
  return encodeGlobalID('Attachment', id)
}
