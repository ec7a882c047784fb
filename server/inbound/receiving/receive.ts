import { v7 as newId } from 'uuid'
import { transaction } from '../../database/db.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { noteBounce } from '../../notifications/sending/note-bounce.ts'
import { failureIn } from '../parsing/delivery-report.ts'
import { type Field, headerFields, valuesOf } from '../parsing/header.ts'
import { digest, insertEmail } from './raw-email.ts'

/** Maximum bytes of an email. */
export const emailLimit = 25 * 1024 * 1024

/** What a mail server says about an email beside its content. */
export interface Envelope {
  /** Where bounces go: empty for emails that are bounces themselves, null if unknown. */
  from: string | null
  /** The email threads that it is addressed to. */
  threadIds: string[]
  /** Our emails that this is a bounce of, by the addresses that it is for. */
  emailIds?: string[]
}

let turn: Promise<unknown> = Promise.resolve()

/**
 * Stores an email and enqueues its processing, in one transaction: once this resolves, the email may be acknowledged.
 * Duplicates are not stored again. Of a bounce, only the failure is stored, on the original email. Rejects if the
 * database does. A process stores one email at a time: meanwhile each takes several times its size in memory.
 */
export function receive(raw: Uint8Array, envelope: Envelope): Promise<void> {
  const storing = turn.then(() => store(raw, envelope))
  turn = storing.catch(() => {})
  return storing
}

async function store(raw: Uint8Array, { from, threadIds, emailIds = [] }: Envelope): Promise<void> {
  const fields = headerFields(raw)
  const messageIdHeader = identity(raw, fields)
  const failure = emailIds.length > 0 ? await failureIn(raw, fields, from) : null
  await transaction(async (tx) => {
    for (const threadId of threadIds) {
      const id = newId()
      const isNew = await insertEmail(tx, { id, threadId, raw, envelopeFrom: from, messageIdHeader })
      if (isNew) await enqueue(tx, 'inbound-mail', { inboundMailId: id })
    }
    if (failure !== null) await noteBounce(tx, emailIds, failure)
  })
}

/** The email's Message-ID; its digest if it has no valid one, which a duplicate shares. */
function identity(raw: Uint8Array, fields: Field[]): string {
  const [id = ''] = valuesOf(fields, 'message-id')
  if (/^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(id)) return id
  return digest(raw)
}
