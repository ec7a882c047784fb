import { type Message, Prisma } from '../../prisma/generated/client/client.ts'

/** The statement that writes a message; its ticket's row may be written by the same one. */
export const insertMessage = (message: Message) => Prisma.sql`
  INSERT INTO "Message" ("id", "ticketId", "position", "body", "bodyHtml", "rendererVersion", "words", "quotedText", "via",
    "customerId", "operatorId", "apiKeyId", "createdAt")
  VALUES (${message.id}::uuid, ${message.ticketId}::uuid, ${message.position}, ${message.body}, ${message.bodyHtml},
    ${message.rendererVersion}, ${message.words}, ${message.quotedText}, ${message.via}::"Channel", ${message.customerId}::uuid,
    ${message.operatorId}::uuid, ${message.apiKeyId}::uuid, ${message.createdAt}::timestamptz)`
