import { db, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import { log } from '../log/log.ts'
import { withoutEmailTokens } from '../notifications/email-token.ts'
import type { ReadEmail } from './parsing/parse.ts'
import { Unreadable } from './parsing/read.ts'

/** Milliseconds for which a failing email is retried. A failure that lasts longer is not the database’s. */
const retryFor = 60 * 60_000

/**
 * Quarantines an email that could not be processed, if trying again cannot help. Otherwise throws the error. `read` is
 * what could be read of it.
 */
export async function giveUp(
  id: string,
  raw: Uint8Array,
  read: ReadEmail | undefined,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Unreadable) && !(await isHopeless(id))) throw error
  log.error({ err: error, inboundEmailId: id }, 'inbound email quarantined: it could not be processed')
  const reason = error instanceof Unreadable ? `Unreadable: ${error.message}` : 'Could not be processed'
  const { unread } = await import('./parsing/parse.ts')
  const { from, subject, text, attachments } = read ?? unread(raw)
  const said = { from, subject, text: withoutEmailTokens(text), attachments }
  await transaction(async (tx) => {
    const [email] = await tx.inboundEmail.updateManyAndReturn({
      where: { id, state: 'RECEIVED' },
      data: { state: 'QUARANTINED', reason, settledAt: new Date(), ...said },
      select: { thread: { select: { ticketId: true } } },
    })
    if (email) await touch(tx, email.thread.ticketId)
  })
}

/** Records a failure. Returns whether it has lasted so long that it is permanent. */
async function isHopeless(id: string): Promise<boolean> {
  const now = new Date()
  await db.inboundEmail.updateMany({ where: { id, firstFailedAt: null }, data: { firstFailedAt: now } })
  const before = new Date(now.getTime() - retryFor)
  return (await db.inboundEmail.count({ where: { id, firstFailedAt: { lt: before } } })) > 0
}
