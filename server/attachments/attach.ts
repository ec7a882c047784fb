import { z } from 'zod'
import { type Attachment, Prisma } from '../../prisma/generated/client/client.ts'
import { InvalidInput } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { whole } from '../api/planned/whole-rows.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import type { Member } from '../identity/viewer.ts'
import { broken } from '../text/broken.ts'

const maxAttachments = 10

/** Rule for the files of a message. */
export const attachmentIds = z
  .array(globalId('Attachment'))
  .max(maxAttachments, `A message can have at most ${maxAttachments} attachments`)
  .refine((ids) => new Set(ids).size === ids.length, broken('REPEATED', 'A file can be attached only once'))
  .nullish()

export const attachmentIdsDescription =
  'Global ids of the caller’s uploads that have arrived, at most ten: each can be attached once.'

const uploaders = { customer: 'customerId', operator: 'operatorId', integration: 'apiKeyId' }

type Parent = { messageId: string } | { noteId: string }

/**
 * Attaches the viewer's uploads to what the transaction has written, in this order. Returns them as the fields
 * of `Attachment` read them. Throws InvalidInput unless every one of them has arrived and is not attached yet.
 */
export async function attach(tx: Transaction, viewer: Member, parent: Parent, ids: string[]) {
  if (ids.length === 0) return []
  const [column, parentId] = 'noteId' in parent ? ['noteId', parent.noteId] : ['messageId', parent.messageId]
  const attached = await rows<Attachment>(
    Prisma.sql`
      UPDATE "Attachment" SET ${Prisma.raw(`"${column}"`)} = ${parentId}::uuid, "position" = array_position(${ids}::uuid[], "id")
      WHERE ${mayAttach(viewer, ids)} RETURNING *`,
    tx,
  )
  const attachedIds = new Set(attached.map(({ id }) => id))
  const missing = ids.flatMap((id, at) => (attachedIds.has(id) ? [] : [at]))
  if (missing.length > 0) {
    const path = (at: number) => ['input', 'attachmentIds', String(at)]
    throw new InvalidInput(missing.map((at) => ({ path: path(at), ...unavailable })))
  }
  return attached.sort((a, b) => a.position - b.position).map((row) => ({ ...whole, ...row }))
}

export const unavailable = {
  code: 'FILE_UNAVAILABLE',
  message: 'Not one of your uploads, not uploaded yet, or already attached',
} as const

/** Condition of uploads of the viewer that have arrived and are not attached yet. */
const mayAttach = (viewer: Member, ids: string[]) => Prisma.sql`
  "id" = ANY (${ids}::uuid[]) AND ${Prisma.raw(`"${uploaders[viewer.kind]}"`)} = ${viewer.id}::uuid
  AND "messageId" IS NULL AND "noteId" IS NULL AND ("key" IS NOT NULL OR "state" = 'INFECTED')`

/** Which of these uploads `attach` would refuse. The others are locked. */
export async function refusedFiles(tx: Transaction, viewer: Member, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const condition = mayAttach(viewer, ids)
  const free = await rows<{ id: string }>(
    Prisma.sql`SELECT "id" FROM "Attachment" WHERE ${condition} ORDER BY "id" FOR UPDATE`,
    tx,
  )
  const refused = new Set(ids)
  for (const { id } of free) refused.delete(id)
  return refused
}
