import type { EmailRole, EmailThread } from '../../prisma/generated/client/client.ts'
import { load } from './page.ts'
import { createTestWebsite } from './website.ts'

let lastEmail = 0

/** A website, the email threads of its tickets, and the pages that those emails link to. */
export async function startEmailPages(
  origin: string,
  rootKey: string,
  options: Record<string, unknown> = {},
) {
  const { db, transaction } = await import('../../server/database/db.ts')
  const { emailToken } = await import('../../server/notifications/email-token.ts')
  const website = await createTestWebsite(origin, rootKey, options)
  await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')

  /** The thread of a new ticket with the person as customer, participant or operator. */
  async function threadOf({
    role = 'CUSTOMER' as EmailRole,
    email = `person${++lastEmail}@example.com`,
    subject = 'Help',
  } = {}): Promise<EmailThread> {
    const customerEmail = role === 'CUSTOMER' ? email : 'owner@example.com'
    const participants = role === 'PARTICIPANT' ? [email] : []
    const input = { subject, body: 'Please', customerEmail, participants }
    const { number } = (await website.key.run('openTicket', input, 'ticket { number }')).ticket
    const { websiteId } = website
    const { id: ticketId } = await db.ticket.findFirstOrThrow({ where: { websiteId, number } })
    // The first email creates it, too, perhaps at the same time.
    const thread = { websiteId, ticketId, role, email }
    await transaction((tx) => tx.emailThread.createMany({ data: [thread], skipDuplicates: true }))
    return db.emailThread.findUniqueOrThrow({
      where: { ticketId_role_email: { ticketId, role, email } },
    })
  }

  const urlOf = ({ id }: EmailThread) => `${origin}/mail/${emailToken('mute', id)}`
  const confirmUrlOf = ({ id }: EmailThread) => `${origin}/mail/confirm/${emailToken('confirm', id)}`

  return {
    db,
    website,
    threadOf,
    urlOf,
    confirmUrlOf,
    /** The preferences, with the fields that their buttons send. */
    async open(thread: EmailThread) {
      const page = await load(urlOf(thread))
      const buttons = [...page.body.matchAll(/<button name="(\w+)" value="(\w+)"/g)]
      const { number } = await db.ticket.findUniqueOrThrow({ where: { id: thread.ticketId } })
      return { ...page, number, buttons: buttons.map(([, name, value]) => `${name}=${value}`) }
    },
    post: (thread: EmailThread, form: string) =>
      fetch(urlOf(thread), { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) }),
    /** As in RFC 8058: neither cookies nor an origin. */
    oneClick(thread: EmailThread, encoding: 'urlencoded' | 'multipart' = 'urlencoded') {
      const body = encoding === 'multipart' ? new FormData() : new URLSearchParams()
      body.append('List-Unsubscribe', 'One-Click')
      return fetch(urlOf(thread), { method: 'POST', redirect: 'manual', body })
    },
    async inForce({ id, role, websiteId, email }: EmailThread) {
      const { mutedAt } = await db.emailThread.findUniqueOrThrow({ where: { id } })
      const where = { websiteId_email: { websiteId, email } }
      const ticket = mutedAt ? 'muted' : 'on'
      if (role === 'OPERATOR') {
        return { ticket, all: (await db.operator.findUniqueOrThrow({ where })).notifications }
      }
      return { ticket, all: (await db.emailMute.findUnique({ where })) ? 'NONE' : 'ALL' }
    },
  }
}
