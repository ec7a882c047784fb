import { builder } from '../api/builder.ts'
import type { Transaction } from '../database/db.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { AttachmentNote } from './parsing/parse.ts'

/** Most emails have few attachments, and all come with the email's row. */
export const attachmentsCost = { field: 1, multiplier: 10 }

export const EmailAttachment = builder.objectRef<AttachmentNote>('EmailAttachment').implement({
  description: 'A file attached to a quarantined email. It can be downloaded once the email is accepted.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'File name, without a path.' }),
    type: t.exposeString('type', { description: 'MIME type claimed by the sender. Unverified.' }),
    size: t.exposeInt('size', { description: 'Size in bytes.' }),
  }),
})

/** The attachments noted in a row. */
export const attachmentsOf = (row: { attachments: unknown } | null) =>
  (row?.attachments ?? []) as AttachmentNote[]

/** Gives the message of a posted email its attachments. A job stores their bytes as files. */
export async function attachNoted(
  tx: Transaction,
  { messageId, websiteId, notes }: { messageId: string; websiteId: string; notes: AttachmentNote[] },
): Promise<void> {
  if (notes.length === 0) return
  const data = notes.map((note, at) => ({
    ...{ ...note, websiteId, messageId, position: at + 1 },
    state: 'PENDING' as const,
  }))
  await tx.attachment.createMany({ data })
  await tx.message.update({
    where: { id: messageId },
    data: { attachmentCount: notes.length },
    select: { id: true },
  })
  await enqueue(tx, 'email-files', {})
}
