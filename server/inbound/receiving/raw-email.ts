import { createHash } from 'node:crypto'
import { db, type Transaction } from '../../database/db.ts'
import { headerFields, valuesOf } from '../parsing/header.ts'

interface NewEmail {
  id: string
  threadId: string
  raw: Uint8Array
  envelopeFrom: string | null
  messageIdHeader: string
}

/**
 * Inserts a received email; false if its thread already has it. Some programs give all their emails one Message-ID:
 * another text with it is another email.
 */
export async function insertEmail(tx: Transaction, email: NewEmail): Promise<boolean> {
  if (await insert(tx, email)) return true
  const { threadId, messageIdHeader, raw } = email
  const where = { threadId_messageIdHeader: { threadId, messageIdHeader } }
  const stored = await tx.inboundEmail.findUnique({ where, select: { id: true } })
  if (!stored) return false
  const own = digestOf(raw)
  if (digestOf(await readRaw(stored.id, tx)) === own) return false
  return insert(tx, { ...email, messageIdHeader: own })
}

async function insert(tx: Transaction, email: NewEmail): Promise<boolean> {
  const { id, threadId, raw, envelopeFrom, messageIdHeader } = email
  const count = await tx.$executeRaw`
    INSERT INTO "InboundMail" ("id", "threadId", "raw", "envelopeFrom", "messageIdHeader")
    VALUES (${id}::uuid, ${threadId}::uuid, ${raw}, ${envelopeFrom}, ${messageIdHeader})
    ON CONFLICT ("threadId", "messageIdHeader") DO NOTHING`
  return count > 0
}

/** Covers only what the sender wrote: mail servers add header fields and change line endings. */
function digestOf(raw: Uint8Array): string {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1').replaceAll('\r', '')
  const body = text.slice(Math.max(0, text.indexOf('\n\n')))
  const [date = '', subject = ''] = ['date', 'subject'].map((name) => valuesOf(headerFields(raw), name)[0])
  return digest([date, subject, body.trim()].join('\n'))
}

/** Stands in for a missing Message-ID. */
export const digest = (text: string | Uint8Array) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`

/** The MIME of an email. */
export async function readRaw(id: string, tx: Transaction = db): Promise<Buffer<ArrayBuffer>> {
  const [row] = await tx.$queryRaw<{ raw: Uint8Array<ArrayBuffer> }[]>`
    SELECT "raw" FROM "InboundMail" WHERE "id" = ${id}::uuid`
  return Buffer.from(row?.raw ?? '')
}
