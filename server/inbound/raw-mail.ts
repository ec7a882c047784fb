import { db, type Transaction } from '../db.ts'

// Raw mails go to the database and back as base64: Prisma's own way of bytes takes the embedded database ten times as
// long, and the server stands still meanwhile.

interface NewMail {
  id: string
  threadId: string
  raw: Uint8Array
  envelopeFrom: string | null
  messageIdHeader: string
}

/** Writes the row of a mail that has just come; false when its thread has had one with this Message-ID. */
export async function insertMail(tx: Transaction, mail: NewMail): Promise<boolean> {
  const { id, threadId, raw, envelopeFrom, messageIdHeader } = mail
  const base64 = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('base64')
  const count = await tx.$executeRaw`
    INSERT INTO "InboundMail" ("id", "threadId", "raw", "envelopeFrom", "messageIdHeader")
    VALUES (${id}::uuid, ${threadId}::uuid, decode(${base64}, 'base64'), ${envelopeFrom}, ${messageIdHeader})
    ON CONFLICT ("threadId", "messageIdHeader") DO NOTHING`
  return count > 0
}

/** The MIME of a mail. */
export async function readRaw(id: string): Promise<Buffer<ArrayBuffer>> {
  const [row] = await db.$queryRaw<{ raw: string }[]>`
    SELECT encode("raw", 'base64') AS "raw" FROM "InboundMail" WHERE "id" = ${id}::uuid`
  return Buffer.from(row?.raw ?? '', 'base64')
}
