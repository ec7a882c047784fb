import { config } from '../../config/config.ts'
import { db } from '../../database/db.ts'
import { type Purpose, readEmailToken } from '../../notifications/email-token.ts'

/** Reply addresses that one email may go to. */
export const maxRecipients = 10
/** Emails an hour to the reply addresses of one person: more come from a loop, or from somebody who fills the disk. */
const hourly = 60
const hour = 60 * 60_000

/** What an address of ours takes: replies to an email thread, or bounces of an email. */
type AddressPurpose = Extract<Purpose, 'reply' | 'bounce'>

/** Id that an address of ours has for this purpose; null for every other text. Case is ignored. */
export function idAt(purpose: AddressPurpose, address: string): string | null {
  const at = address.lastIndexOf('@')
  if (at === -1 || address.slice(at + 1).toLowerCase() !== config.inboundDomain) return null
  return readEmailToken(purpose, address.slice(0, at))
}

/** Id of the email thread that a reply address of ours belongs to; null for every other text. */
export const threadOf = (address: string) => idAt('reply', address)

/** The ids of every address of ours for this purpose in a text. */
export function idsIn(purpose: AddressPurpose, text: string): string[] {
  const found = text.matchAll(/[0-9a-f]{60}@[a-z0-9.-]{1,253}/gi)
  const ids = [...found].map(([address]) => idAt(purpose, address))
  return [...new Set(ids.filter((id) => id !== null))].slice(0, maxRecipients)
}

/** What becomes of an email to an address of ours: taken, refused for good as it is gone, or refused for now. */
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

/** A bounce may overtake the record that its email was sent: it comes again later. */
async function bounceAdmission(emailId: string) {
  const email = await db.email.findUnique({ where: { id: emailId }, select: { state: true } })
  if (!email) return 'gone'
  return email.state === 'QUEUED' ? 'busy' : 'open'
}
