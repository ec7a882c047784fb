import { db } from '../db.ts'

/** Milliseconds for which a mail that became nothing is kept. */
const keptFor = 30 * 24 * 60 * 60_000

/** Deletes the mails that became nothing, and are old: nobody asks for them any more. */
export async function forgetDropped(): Promise<void> {
  const before = new Date(Date.now() - keptFor)
  await db.inboundMail.deleteMany({ where: { state: 'DROPPED', receivedAt: { lt: before } } })
}
