import type { Prisma } from '../../prisma/generated/client/client.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import type { Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { log } from '../log/log.ts'
import { withoutEmailTokens } from '../notifications/email-token.ts'
import { attachNoted } from './attachment.ts'
import { judge, type Verdict } from './judge.ts'
import { isTooLong } from './parsing/fit-text.ts'
import type { ReadEmail } from './parsing/parse.ts'
import { readEmail, Unreadable } from './parsing/read.ts'
import { type Letter, letterOf, postEmail } from './post.ts'
import { readRaw } from './receiving/raw-email.ts'

/** Milliseconds for which a failing email is retried. A failure that lasts longer is not the database’s. */
const retryFor = 60 * 60_000

const withThread = {
  state: true,
  envelopeFrom: true,
  receivedAt: true,
  thread: {
    include: { ticket: { select: { customer: true, participants: { select: { email: true } } } } },
  },
} satisfies Prisma.InboundEmailSelect

type Waiting = Prisma.InboundEmailGetPayload<{ select: typeof withThread }>

let turn: Promise<unknown> = Promise.resolve()

/**
 * Posts, quarantines or drops an inbound email, after earlier pending ones of its thread. May run twice for one email,
 * even at the same time: the first to lock its row processes it. An email that is unreadable, or fails for an hour, is
 * quarantined. A process has one email at a time in memory.
 */
export function processEmail({ inboundMailId }: Jobs['inbound-mail']): Promise<Outcome> {
  const processing = turn.then(() => processInTurn(inboundMailId))
  turn = processing.catch(() => {})
  return processing
}

async function processInTurn(id: string): Promise<Outcome> {
  const email = await db.inboundEmail.findUnique({
    where: { id },
    select: { threadId: true },
  })
  if (!email) return 'done'
  const waiting = await db.inboundEmail.findMany({
    where: { threadId: email.threadId, state: 'RECEIVED', id: { lte: id } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const earlier of waiting) await processOne(earlier.id)
  return 'done'
}

async function processOne(id: string): Promise<void> {
  const raw = await readRaw(id)
  let read: ReadEmail | undefined
  try {
    const email = withoutTokens(await readEmail(raw))
    read = email
    const letter = await letterOf(email)
    await transaction((tx) => write(tx, id, email, letter))
  } catch (error) {
    if (!(error instanceof Unreadable) && !(await isHopeless(id))) throw error
    log.error({ err: error, inboundMailId: id }, 'inbound email quarantined: it could not be processed')
    const reason = error instanceof Unreadable ? `Unreadable: ${error.message}` : 'Could not be processed'
    const { unread } = await import('./parsing/parse.ts')
    const { from, subject, text, attachments } = read ?? { ...unread(raw), attachments: [] }
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
}

/** Records a failure. Returns whether it has lasted so long that it is permanent. */
async function isHopeless(id: string): Promise<boolean> {
  const now = new Date()
  await db.inboundEmail.updateMany({ where: { id, firstFailedAt: null }, data: { firstFailedAt: now } })
  const before = new Date(now.getTime() - retryFor)
  return (await db.inboundEmail.count({ where: { id, firstFailedAt: { lt: before } } })) > 0
}

/** Removes our tokens, which quotations contain. */
export function withoutTokens({ body, quotedText, text, ...read }: ReadEmail): ReadEmail {
  return {
    ...read,
    body: isTooLong(body) ? body : withoutEmailTokens(body),
    quotedText: quotedText && withoutEmailTokens(quotedText),
    text: withoutEmailTokens(text),
  }
}

async function write(tx: Transaction, id: string, read: ReadEmail, letter: Letter): Promise<void> {
  await tx.$executeRaw`SELECT FROM "InboundMail" WHERE "id" = ${id}::uuid FOR UPDATE`
  const email = await tx.inboundEmail.findUniqueOrThrow({ where: { id }, select: withThread })
  if (email.state !== 'RECEIVED') return
  const verdict = verdictOn(email, read)
  const messageId =
    verdict.state === 'POSTED' ? await postEmail(tx, email.thread, letter, email.receivedAt) : null
  const { from, subject, attachments } = read
  const { websiteId } = email.thread
  if (messageId) await attachNoted(tx, { messageId, websiteId, notes: attachments })
  const text = verdict.state === 'QUARANTINED' ? read.text : null
  await tx.inboundEmail.update({
    where: { id },
    data: { ...verdict, settledAt: new Date(), messageId, from, subject, text, attachments },
    select: { id: true },
  })
  if (verdict.state === 'QUARANTINED') await touch(tx, email.thread.ticketId)
}

function verdictOn({ envelopeFrom, thread }: Waiting, { fields, subject, body, rough }: ReadEmail): Verdict {
  const { role, email, ticket } = thread
  const followers = role === 'CUSTOMER' ? [ticket.customer] : ticket.participants
  const follows = followers.some((follower) => follower.email === email)
  const evidence = {
    fields,
    subject: subject ?? '',
    envelopeFrom,
    empty: body === '',
    tooLong: isTooLong(body),
    rough,
  }
  return judge(evidence, { role, email, follows })
}
