import { type Message, Prisma } from '../../prisma/generated/client/client.ts'

/** The statement that inserts a message; the same one may update its ticket's row. */
export const insertMessage = (message: Message) => Prisma.sql`
  INSERT INTO "Message" ("id", "ticketId", "position", "body", "bodyHtml", "rendererVersion", "words", "quotedText", "via",
    "customerId", "operatorId", "apiKeyId", "createdAt", "attachmentCount")
  VALUES (${message.id}::uuid, ${message.ticketId}::uuid, ${message.position}, ${message.body}, ${message.bodyHtml},
    ${message.rendererVersion}, ${message.words}, ${message.quotedText}, ${message.via}::"Channel", ${message.customerId}::uuid,
    ${message.operatorId}::uuid, ${message.apiKeyId}::uuid, ${message.createdAt}::timestamptz,
    ${message.attachmentCount})`
