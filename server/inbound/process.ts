import type { Prisma } from '../../prisma/generated/client/client.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import type { Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { attachNoted } from './attachment.ts'
import { giveUp } from './give-up.ts'
import { judge, type Verdict } from './judge.ts'
import type { ReadEmail } from './parsing/parse.ts'
import { type Letter, letterOf, postEmail } from './post.ts'
import { readReply } from './read-reply.ts'
import { readRaw } from './receiving/raw-email.ts'

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
    const email = await readReply(raw)
    read = email
    const letter = await letterOf(email)
    await transaction((tx) => write(tx, id, email, letter))
  } catch (error) {
    await giveUp(id, raw, read, error)
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
    rough,
  }
  return judge(evidence, { role, email, follows })
}
