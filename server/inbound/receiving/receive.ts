import { v7 as newId } from 'uuid'
import { transaction } from '../../database/db.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { noteBounce } from '../../notifications/note-bounce.ts'
import { failureIn } from '../parsing/delivery-report.ts'
import { headerFields, valuesOf } from '../parsing/header.ts'
import { digest, insertEmail } from './raw-email.ts'

/** Bytes of the largest email that is taken. */
export const emailLimit = 25 * 1024 * 1024

/** What a mail server says of an email beside the email itself. */
export interface Envelope {
  /** Where bounces go: empty for emails that are bounces themselves, null when it is not known. */
  from: string | null
  /** The email threads that it is for. */
  threadIds: string[]
  /** The emails of ours of which it is a bounce, by the addresses that it is for. */
  emailIds?: string[]
}

let turn: Promise<unknown> = Promise.resolve()

/**
 * Keeps an email and makes the work on it due, in one transaction: once this has resolved, the email may be acknowledged.
 * An email that was kept before is not kept again. Of a bounce, only what it reports is kept, on the email. Rejects when the database does. A process keeps one
 * email at a time: each is several times its size in memory on its way to the database.
 */
export function receive(raw: Uint8Array, envelope: Envelope): Promise<void> {
  const keeping = turn.then(() => keep(raw, envelope))
  turn = keeping.catch(() => {})
  return keeping
}

async function keep(raw: Uint8Array, { from, threadIds, emailIds = [] }: Envelope): Promise<void> {
  const messageIdHeader = identity(raw)
  const failure = emailIds.length > 0 ? await failureIn(raw, from) : null
  await transaction(async (tx) => {
    for (const threadId of threadIds) {
      const id = newId()
      const kept = await insertEmail(tx, { id, threadId, raw, envelopeFrom: from, messageIdHeader })
      if (kept) await enqueue(tx, 'inbound-mail', { inboundMailId: id })
    }
    if (failure !== null) await noteBounce(tx, emailIds, failure)
  })
}

/** The mail's Message-ID; where it has none that can be one, its digest, which repeats alike. */
function identity(raw: Uint8Array): string {
  const [id = ''] = valuesOf(headerFields(raw), 'message-id')
  if (/^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(id)) return id
  return digest(raw)
}
