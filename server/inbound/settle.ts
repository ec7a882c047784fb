import { v7 as newId } from 'uuid'
import type { Prisma } from '../../prisma/generated/client/client.ts'
import type { Member } from '../access/viewer.ts'
import { findOrCreateCustomer } from '../customers/find-or-create.ts'
import { db, type Transaction, transaction } from '../db.ts'
import type { Jobs, Outcome } from '../jobs.ts'
import { log } from '../log.ts'
import { withoutMailTokens } from '../mail-token.ts'
import { appendMessage } from '../messages/append.ts'
import { type Rendered, render } from '../render.ts'
import { announce } from '../tickets/announce.ts'
import { lockVisible } from '../tickets/lock.ts'
import { headerFields, valuesOf } from './header.ts'
import { judge, type Verdict } from './judge.ts'
import type { ReadMail } from './parse.ts'
import { readRaw } from './raw-mail.ts'
import { readMail, Unreadable } from './read.ts'

/** Characters of a quotation, or of a mail that is held back. */
const longestText = 20_000
/** Milliseconds for which a mail that fails is tried: what lasts longer does not lie with the database. */
const patience = 60 * 60_000

const withThread = {
  state: true,
  envelopeFrom: true,
  thread: {
    include: { ticket: { select: { customer: true, participants: { select: { email: true } } } } },
  },
} satisfies Prisma.InboundMailSelect

type Waiting = Prisma.InboundMailGetPayload<{ select: typeof withThread }>

let turn: Promise<unknown> = Promise.resolve()

/**
 * Makes a mail that came in a message, a case for the team, or nothing; before it, those of its thread that came earlier
 * and still wait. May run twice over one mail, or at a time: the first to lock its row settles it. A mail that cannot be
 * read, or that fails for an hour, is a case for the team. A process holds one mail at a time in memory.
 */
export function settleMail({ inboundMailId }: Jobs['inbound-mail']): Promise<Outcome> {
  const settling = turn.then(() => settleInTurn(inboundMailId))
  turn = settling.catch(() => {})
  return settling
}

async function settleInTurn(id: string): Promise<Outcome> {
  const mail = await db.inboundMail.findUnique({
    where: { id },
    select: { threadId: true, thread: { select: { ticketId: true } } },
  })
  if (!mail) return 'done'
  const waiting = await db.inboundMail.findMany({
    where: { threadId: mail.threadId, state: 'RECEIVED', id: { lte: id } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const earlier of waiting) await settle(earlier.id)
  await announce(mail.thread.ticketId)
  return 'done'
}

async function settle(id: string): Promise<void> {
  const raw = await readRaw(id)
  let read: ReadMail | undefined
  try {
    const fit = fitToKeep(await readMail(raw))
    read = fit
    const rendered = await render(fit.body, 'customer')
    await transaction((tx) => write(tx, id, fit, rendered))
  } catch (error) {
    if (!(error instanceof Unreadable) && !(await isHopeless(id))) throw error
    log.error({ err: error, inboundMailId: id }, 'inbound mail quarantined: it cannot be dealt with')
    const reason =
      error instanceof Unreadable ? `It cannot be read: ${error.message}` : 'It cannot be dealt with'
    await db.inboundMail.updateMany({
      where: { id, state: 'RECEIVED' },
      data: { state: 'QUARANTINED', reason, settledAt: new Date(), ...headline(raw), text: read?.text },
    })
  }
}

/** Notes that a mail failed; whether it has been failing for so long that it always will. */
async function isHopeless(id: string): Promise<boolean> {
  const now = new Date()
  await db.inboundMail.updateMany({ where: { id, firstFailedAt: null }, data: { firstFailedAt: now } })
  const before = new Date(now.getTime() - patience)
  return (await db.inboundMail.count({ where: { id, firstFailedAt: { lt: before } } })) > 0
}

/** Without our tokens that stand in quotations, and no longer than somebody reads: the whole mail is kept beside it. */
function fitToKeep({ body, quotedText, text, ...read }: ReadMail): ReadMail {
  const shorten = (part: string) => withoutMailTokens(part).slice(0, longestText).toWellFormed()
  return {
    ...read,
    body: withoutMailTokens(body),
    quotedText: quotedText && shorten(quotedText),
    text: shorten(text),
  }
}

/** From and Subject of a mail that nothing else is known of, as they came. */
function headline(raw: Uint8Array) {
  const fields = headerFields(raw)
  const first = (name: string) =>
    valuesOf(fields, name)[0]
      ?.slice(0, 500)
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
  return { from: first('from'), subject: first('subject') }
}

async function write(tx: Transaction, id: string, read: ReadMail, rendered: Rendered): Promise<void> {
  await tx.$executeRaw`SELECT FROM "InboundMail" WHERE "id" = ${id}::uuid FOR UPDATE`
  const mail = await tx.inboundMail.findUniqueOrThrow({ where: { id }, select: withThread })
  if (mail.state !== 'RECEIVED') return
  const verdict = verdictOn(mail, read)
  const messageId = verdict.state === 'POSTED' ? await post(tx, mail, read, rendered) : null
  const { from, subject, attachments } = read
  const text = verdict.state === 'QUARANTINED' ? read.text : null
  await tx.inboundMail.update({
    where: { id },
    data: { ...verdict, settledAt: new Date(), messageId, from, subject, text, attachments },
    select: { id: true },
  })
  if (verdict.state === 'QUARANTINED') {
    await tx.ticket.update({ where: { id: mail.thread.ticketId }, data: { updatedAt: new Date() } })
  }
}

function verdictOn({ envelopeFrom, thread }: Waiting, { fields, subject, body }: ReadMail): Verdict {
  const { role, email, ticket } = thread
  const followers = role === 'CUSTOMER' ? [ticket.customer] : ticket.participants
  const follows = followers.some((follower) => follower.email === email)
  const evidence = { fields, subject: subject ?? '', envelopeFrom, empty: body === '' }
  return judge(evidence, { role, email, follows })
}

/** Gives the id of the message that the mail becomes. */
async function post(
  tx: Transaction,
  { thread }: Waiting,
  { body, quotedText }: ReadMail,
  rendered: Rendered,
): Promise<string> {
  const { websiteId, ticketId, email, role, confirmedAt } = thread
  const customer = await findOrCreateCustomer(websiteId, { email, seen: true }, tx)
  const id = newId()
  const sent = { threadId: thread.id, state: 'SENT' } as const
  const { lastPosition } = (await tx.mail.aggregate({ where: sent, _max: { lastPosition: true } }))._max
  const viewer: Member = {
    kind: 'customer',
    id: customer.id,
    websiteId,
    email,
    participants: [],
    ignoredParticipants: [],
  }
  await appendMessage(tx, viewer, await lockVisible(tx, ticketId, viewer), {
    id,
    body,
    rendered,
    quotedText: quotedText ?? undefined,
    via: 'EMAIL',
    toldUpTo: lastPosition ?? 0,
  })
  if (role === 'PARTICIPANT' && !confirmedAt) {
    await tx.mailThread.update({ where: { id: thread.id }, data: { confirmedAt: new Date() } })
  }
  return id
}
