import type { EmailState } from '../../prisma/generated/client/enums.ts'
import { db } from '../database/db.ts'
import { renderEmail } from '../emails/render.ts'
import type { Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { log } from '../log/log.ts'
import { emailToken } from './email-token.ts'
import { pauseAfter } from './sending/send.ts'
import { answerOf, isFinal } from './sending/smtp-answer.ts'
import { type Delivery, deliver } from './sending/transport.ts'
import { fromAddress, messageIdOf } from './writing/headers.ts'

/** Sends the email with a sign-in link, unless the link has expired. `origin` is where browsers reach this server. */
export async function sendSignInLink(
  { signInLinkId }: Jobs['sign-in-link'],
  origin: string,
): Promise<Outcome> {
  const link = await findLink(signInLinkId)
  if (link?.state !== 'QUEUED') return 'done'
  if (link.expiresAt <= new Date()) return recordOutcome(link, 'SKIPPED', 'The link has expired')
  const { websiteId, email } = link
  const operator = await db.operator.findFirst({ where: { websiteId, email, active: true } })
  if (!operator) return recordOutcome(link, 'SKIPPED', 'No operator has this address')
  try {
    await deliver(await write(link, operator.locale, origin), link.id)
  } catch (error) {
    log.warn({ signInLinkId, err: error }, 'sign-in email not accepted')
    if (isFinal(error)) return recordOutcome(link, 'FAILED', answerOf(error))
    const data = { attempts: { increment: 1 }, failure: answerOf(error) }
    await db.signInLink.update({ where: { id: link.id }, data })
    return { again: pauseAfter(link.attempts) }
  }
  return recordOutcome(link, 'SENT', null)
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

function findLink(id: string) {
  return db.signInLink.findUnique({ where: { id }, include: { website: { omit: { headHtml: true } } } })
}

async function write(
  { id, email, website, invitation, ...link }: Link,
  locale: string | null,
  origin: string,
): Promise<Delivery> {
  const place = link.ticketNumber === null ? '' : `/tickets/${link.ticketNumber}`
  const url = `${origin}/console/${website.id}${place}?token=${emailToken('sign-in', id)}`
  const kind = invitation ? 'OPERATOR_INVITED' : 'SIGN_IN'
  return {
    ...(await renderEmail(kind, { brand: website, url }, locale ?? website.locale)),
    messageId: messageIdOf(id),
    from: fromAddress(website),
    to: { name: '', address: email },
    date: link.createdAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Ticket-Center': id,
    },
  }
}

async function recordOutcome(
  { id, state: before }: Link,
  state: EmailState,
  failure: string | null,
): Promise<Outcome> {
  const attempts = state === 'SKIPPED' ? 0 : 1
  await db.signInLink.updateMany({
    where: { id, state: before },
    data: { state, failure, attempts: { increment: attempts } },
  })
  return 'done'
}
