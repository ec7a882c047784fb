import { Refused } from '../attachments/arriving.ts'
import { decideType, isAllowed, sampleSize } from '../attachments/decide-type.ts'
import { onePart, storeFile } from '../attachments/store-file.ts'
import { db, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import { enqueue, type Outcome, work } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import { withoutEmailTokens } from '../notifications/email-token.ts'
import type { Files } from './parsing/parse.ts'
import { readFiles, Unreadable } from './parsing/read.ts'
import { readRaw } from './receiving/raw-email.ts'

/** Posted emails whose attachments are still only in the email. */
const waiting = {
  state: 'POSTED',
  messageId: { not: null },
  filesStored: false,
  NOT: { attachments: { equals: [] } },
} as const

/**
 * Starts storing attachments of posted emails as files, newest first: until then, they are listed but cannot be opened.
 * Progress is stored in the rows: after a restart it continues.
 */
export async function startStoringFiles(): Promise<void> {
  await work('email-files', storeNext)
  const first = await db.inboundEmail.findFirst({ where: waiting, select: { id: true } })
  if (first) await transaction((tx) => enqueue(tx, 'email-files', {}))
}

async function storeNext(): Promise<Outcome> {
  const email = await db.inboundEmail.findFirst({
    where: waiting,
    orderBy: { id: 'desc' },
    select: {
      id: true,
      messageId: true,
      message: { select: { ticketId: true, attachments: true } },
    },
  })
  if (!email?.message) return 'done'
  const { ticketId, attachments } = email.message
  const website = await websiteOf(ticketId)
  const raw = await readRaw(email.id)
  const { files, texts } = await readFiles(raw).catch(async (error): Promise<Files> => {
    if (!(error instanceof Unreadable)) throw error
    const { unread } = await import('./parsing/parse.ts')
    return { files: [], texts: unread(raw).texts }
  })
  for (const attachment of attachments) {
    const bytes = files[attachment.position - 1]
    const file = texts[attachment.position - 1 - files.length]
    if (file) {
      await store(attachment, Buffer.from(withoutEmailTokens(file.text)), 'text/plain')
    } else if (bytes?.length === attachment.size) {
      // An older version may have counted differently.
      await storeAllowed(attachment, bytes, website.attachmentTypes)
    }
  }
  await transaction(async (tx) => {
    const refused = { messageId: email.messageId, key: null, state: 'PENDING' } as const
    await tx.attachment.updateMany({ where: refused, data: { state: 'CLEAN' } })
    await tx.inboundEmail.update({
      where: { id: email.id },
      data: { filesStored: true },
      select: { id: true },
    })
    await touch(tx, ticketId)
  })
  return { again: 0 }
}

const websiteOf = async (id: string) =>
  (
    await db.ticket.findUniqueOrThrow({
      where: { id },
      select: { website: { select: { attachmentTypes: true } } },
    })
  ).website

type Named = { id: string; name: string }

/** One that is not accepted stays in the email only, and can never be opened. */
async function storeAllowed(attachment: Named, bytes: Uint8Array, allowed: string[]) {
  const type = await decideType(bytes.subarray(0, sampleSize), attachment.name)
  if (bytes.length > 0 && isAllowed(type, allowed)) await store(attachment, bytes, type)
}

async function store({ id }: Named, bytes: Uint8Array, type: string) {
  try {
    const file = { bytes: onePart(bytes), size: bytes.length, typeOf: () => type }
    await storeFile(file, { id, key: null, state: { not: 'INFECTED' } })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    log.info({ attachmentId: id }, 'an image attached to an email has too many pixels')
  }
}
