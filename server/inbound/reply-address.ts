import { config } from '../config.ts'
import { db } from '../db.ts'
import { readMailToken } from '../mail-token.ts'

/** Reply addresses that one mail may go to. */
export const mostRecipients = 10
/** Mails an hour to the reply addresses of one person: more come from a loop, or from somebody who fills the disk. */
const hourly = 60
const hour = 60 * 60_000

/** Id of the mail thread that a reply address of ours belongs to; null for every other text. Case is ignored. */
export function threadOf(address: string): string | null {
  const at = address.lastIndexOf('@')
  if (at === -1 || address.slice(at + 1).toLowerCase() !== config.inboundDomain) return null
  return readMailToken('reply', address.slice(0, at))
}

/** Every reply address of ours that stands in a text, by the ids of their mail threads. */
export function threadsIn(text: string): string[] {
  const found = text.matchAll(/[0-9a-f]{60}@[a-z0-9.-]{1,253}/gi)
  const threads = [...found].map(([address]) => threadOf(address))
  return [...new Set(threads.filter((id) => id !== null))]
}

/** What becomes of a mail to this thread: taken, refused for good as nobody is there any more, or refused for now. */
export async function admission(threadId: string): Promise<'open' | 'gone' | 'busy'> {
  const since = new Date(Date.now() - hour)
  const thread = await db.mailThread.findUnique({
    where: { id: threadId },
    select: { websiteId: true, email: true },
  })
  if (!thread) return 'gone'
  const count = await db.inboundMail.count({ where: { thread, receivedAt: { gt: since } } })
  return count < hourly ? 'open' : 'busy'
}
