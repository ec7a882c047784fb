import { config } from '../../config/config.ts'
import { db } from '../../database/db.ts'
import { type Purpose, readEmailToken } from '../../notifications/email-token.ts'

/** Maximum number of our addresses among an email's recipients. */
export const maxRecipients = 10
/** Maximum emails per hour to one person's reply addresses: more come from a loop or an attack. */
const hourly = 60
const hour = 60 * 60_000

/** What one of our addresses accepts: replies to an email thread, or bounces of an email. */
type AddressPurpose = Extract<Purpose, 'reply' | 'bounce'>

/** The id in one of our addresses for this purpose; null for any other text. Case is ignored. */
export function idAt(purpose: AddressPurpose, address: string): string | null {
  const at = address.lastIndexOf('@')
  if (at === -1 || address.slice(at + 1).toLowerCase() !== config.inboundDomain) return null
  return readEmailToken(purpose, address.slice(0, at))
}

/** The email thread of one of our reply addresses; null for any other text. */
export const threadOf = (address: string) => idAt('reply', address)

/** The ids in all of our addresses for this purpose in a text. */
export function idsIn(purpose: AddressPurpose, text: string): string[] {
  const found = text.matchAll(/[0-9a-f]{60}@[a-z0-9.-]{1,253}/gi)
  const ids = [...found].map(([address]) => idAt(purpose, address))
  return [...new Set(ids.filter((id) => id !== null))].slice(0, maxRecipients)
}

/** Whether an address of ours accepts an email: yes, never as its thread or email is gone, or not now. */
export function admission(purpose: AddressPurpose, id: string): Promise<'open' | 'gone' | 'busy'> {
  return purpose === 'reply' ? replyAdmission(id) : bounceAdmission(id)
}

async function replyAdmission(threadId: string) {
  const since = new Date(Date.now() - hour)
  const thread = await db.emailThread.findUnique({
    where: { id: threadId },
    select: { websiteId: true, email: true },
  })
  if (!thread) return 'gone'
  const count = await db.inboundEmail.count({ where: { thread, receivedAt: { gt: since } } })
  return count < hourly ? 'open' : 'busy'
}

/** A bounce may arrive before its email is recorded as sent: it will be retried. */
async function bounceAdmission(emailId: string) {
  const email = await db.email.findUnique({ where: { id: emailId }, select: { state: true } })
  if (!email) return 'gone'
  return email.state === 'QUEUED' ? 'busy' : 'open'
}
