import { Counter } from 'prom-client'
import type { EmailState } from '../../../prisma/generated/client/enums.ts'
import { db, type Transaction, transaction } from '../../database/db.ts'
import { renderEmail } from '../../emails/render.ts'
import { touch } from '../../events/record.ts'
import type { Outcome } from '../../jobs/jobs.ts'
import type { Jobs } from '../../jobs/queues.ts'
import { log } from '../../log/log.ts'
import { contentOf, filesIn, localeOf, muteUrl } from '../writing/compose.ts'
import { withBytes } from '../writing/files-in-email.ts'
import { headersOf } from '../writing/headers.ts'
import { findOutgoing, type Outgoing } from './outgoing.ts'
import { answerOf, isFinal } from './smtp-answer.ts'
import { type Delivery, deliver } from './transport.ts'
import { unwanted } from './unwanted.ts'

/** Milliseconds for which delivery of an email is attempted. */
const retryWindow = 4 * 24 * 60 * 60_000
/** Seconds until the next attempt: the first, and the maximum. */
const retryDelay = { first: 10, max: 30 * 60 }

const emails = new Counter({
  name: 'emails_total',
  help: 'Emails processed, by outcome.',
  labelNames: ['state'],
})

/** Emails that the mail server accepted but the database does not show as sent yet: they are not sent again. */
const taken = new Set<string>()

/**
 * Sends an email that is due. If the server is unreachable or asks to retry, it is retried for four days. A refused
 * recipient or an email that cannot be rendered fails at once, where operators see it. `origin` is where browsers reach
 * this server.
 */
export async function sendEmail({ mailId: emailId }: Jobs['mail'], origin: string): Promise<Outcome> {
  const outgoing = await findOutgoing(emailId)
  if (!outgoing) return 'done'
  if (taken.has(emailId)) return recordOutcome(outgoing, 'SENT', null)
  const reason = unwanted(outgoing)
  if (reason) return recordOutcome(outgoing, 'SKIPPED', reason)
  let delivery: Delivery
  try {
    delivery = await compose(outgoing, origin)
  } catch (error) {
    log.error({ err: error, emailId }, 'email could not be rendered')
    return recordOutcome(outgoing, 'FAILED', 'The email could not be rendered: see the server’s log')
  }
  try {
    await deliver(delivery, emailId)
    taken.add(emailId)
  } catch (error) {
    const late = Date.now() - outgoing.email.createdAt.getTime() > retryWindow
    const answer = answerOf(error)
    log.warn({ emailId, err: error }, 'email not accepted')
    if (late || isFinal(error)) return recordOutcome(outgoing, 'FAILED', answer)
    const tried = { where: { id: emailId }, data: { attempts: { increment: 1 }, failure: answer } }
    // Operators only need to see the first failed attempt.
    await write(outgoing, outgoing.email.attempts === 0, (on) => on.email.update(tried))
    return { again: pauseAfter(outgoing.email.attempts) }
  }
  return recordOutcome(outgoing, 'SENT', null)
}

/** Doubled with every attempt, with jitter, so that emails that failed together are not retried together. */
export function pauseAfter(attempts: number): number {
  return Math.min(
    retryDelay.max,
    Math.ceil(retryDelay.first * 2 ** Math.min(attempts, 16) * (1 + Math.random())),
  )
}

async function compose(outgoing: Outgoing, origin: string): Promise<Delivery> {
  const { kind, data } = contentOf(outgoing, origin)
  const { thread, email } = outgoing
  const rendered = await renderEmail(kind, data, localeOf(outgoing))
  const attachments = await withBytes(filesIn(outgoing))
  const headers = headersOf(outgoing, muteUrl(origin, thread.id))
  return { ...headers, ...rendered, attachments, date: email.createdAt }
}

async function recordOutcome(
  outgoing: Outgoing,
  state: EmailState,
  failure: string | null,
): Promise<Outcome> {
  const { email } = outgoing
  const sent = state === 'SENT'
  // Another process may have considered this one dead and sent the email, too: SENT by either counts.
  const settled = {
    where: { id: email.id, ...(!sent && { state: 'QUEUED' as const }) },
    data: {
      state,
      failure,
      ...(state !== 'SKIPPED' && { attempts: { increment: 1 } }),
      ...(sent && { sentAt: new Date() }),
    },
  }
  // Operators were shown that it failed or waits.
  await write(outgoing, state === 'FAILED' || email.attempts > 0, (on) => on.email.updateMany(settled))
  taken.delete(email.id)
  emails.inc({ state })
  return 'done'
}

/** Updates an email, and touches its ticket if operators must see the change at once. */
async function write(
  { ticket }: Outgoing,
  isShown: boolean,
  change: (on: Transaction) => Promise<unknown>,
): Promise<void> {
  if (!isShown) await change(db)
  else {
    await transaction(async (tx) => {
      await change(tx)
      await touch(tx, ticket.id)
    })
  }
}
