import type { Channel as Via } from '../../../prisma/generated/client/enums.ts'
import { builder } from '../../api/builder.ts'
import { encodeGlobalID } from '../../api/global-id.ts'
import { db } from '../../database/db.ts'
import { Channel } from '../../messages/message.ts'
import { type Person, personIn, personSelection, WebhookPerson } from './person.ts'

interface File {
  id: string
  name: string
  size: number
  type: string
}

/** A message in the body of a webhook; times are texts. */
export interface MessageBody {
  id: string
  position: number
  body: string
  author: Person | null
  via: Via
  attachments: File[]
  createdAt: string
}

const WebhookAttachment = builder.objectRef<File>('WebhookAttachment').implement({
  description: 'A file of a message, in the body of a webhook. Its `url` is available in the API.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id.' }),
    name: t.exposeString('name', { description: 'File name, without a path.' }),
    size: t.exposeInt('size', { description: 'Size in bytes.' }),
    type: t.exposeString('type', { description: 'MIME type.' }),
  }),
})

export const WebhookMessage = builder.objectRef<MessageBody>('WebhookMessage').implement({
  description: 'A message in the body of a webhook.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Global id.' }),
    position: t.exposeInt('position', { description: 'Position in the conversation: 1, 2, 3 …' }),
    body: t.exposeString('body', {
      description: 'Text as written: Markdown from the team, plain text from customers and participants.',
    }),
    author: t.expose('author', { type: WebhookPerson, description: 'Who wrote it.', nullable: true }),
    via: t.expose('via', { type: Channel, description: 'How it was posted.' }),
    attachments: t.expose('attachments', { type: [WebhookAttachment], description: 'Files.' }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was posted: when the server accepted it or, if it was imported, the given time.',
      resolve: ({ createdAt }) => new Date(createdAt),
    }),
  }),
})

export async function messageBody(id: string): Promise<MessageBody | null> {
  const message = await db.message.findUnique({
    where: { id },
    include: {
      ...personSelection,
      attachments: {
        select: { id: true, name: true, size: true, type: true },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!message) return null
  const { position, body, via, attachments, createdAt } = message
  return {
    id: encodeGlobalID('Message', id),
    position,
    body,
    author: personIn(message),
    via,
    attachments: attachments.map((file) => ({ ...file, id: encodeGlobalID('Attachment', file.id) })),
    createdAt: createdAt.toISOString(),
  }
}
