import { builder } from '../api/builder.ts'
import { Message } from '../messages/message.ts'
import type { AttachmentNote } from './parsing/parse.ts'

/** Most emails have few attachments, and all come with the email's row. */
export const attachmentsCost = { field: 1, multiplier: 10 }

export const EmailAttachment = builder.objectRef<AttachmentNote>('EmailAttachment').implement({
  description: 'A file attached to an email. It is stored but cannot be downloaded yet.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'File name, without a path.' }),
    type: t.exposeString('type', { description: 'MIME type claimed by the sender. Unverified.' }),
    size: t.exposeInt('size', { description: 'Size in bytes.' }),
  }),
})

/** The attachments noted in a row. */
export const attachmentsOf = (row: { attachments: unknown } | null) =>
  (row?.attachments ?? []) as AttachmentNote[]

builder.prismaObjectField(Message, 'attachments', (t) =>
  t.field({
    type: [EmailAttachment],
    description: 'Attachments of the email, including inline images.',
    complexity: attachmentsCost,
    select: { inbound: { select: { attachments: true } } },
    resolve: ({ inbound }) => attachmentsOf(inbound),
  }),
)
