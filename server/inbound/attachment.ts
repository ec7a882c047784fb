import { builder } from '../api/builder.ts'
import { Message } from '../messages/message.ts'
import type { AttachmentNote } from './parsing/parse.ts'

/** A mail has few as a rule, which all come with its row. */
export const attachmentsCost = { field: 1, multiplier: 10 }

export const MailAttachment = builder.objectRef<AttachmentNote>('MailAttachment').implement({
  description: 'Something that came with a mail. It is kept, and cannot be fetched yet.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the file, without a path.' }),
    type: t.exposeString('type', { description: 'MIME type, as the sender says: not to be relied on.' }),
    size: t.exposeInt('size', { description: 'Bytes.' }),
  }),
})

/** The attachments that a row of the database notes. */
export const attachmentsOf = (row: { attachments: unknown } | null) =>
  (row?.attachments ?? []) as AttachmentNote[]

builder.prismaObjectField(Message, 'attachments', (t) =>
  t.field({
    type: [MailAttachment],
    description: 'What came with the mail that it was, pictures in its text included.',
    complexity: attachmentsCost,
    select: { inbound: { select: { attachments: true } } },
    resolve: ({ inbound }) => attachmentsOf(inbound),
  }),
)
