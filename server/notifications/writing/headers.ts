import type { SendMailOptions } from 'nodemailer'
import { config } from '../../config/config.ts'
import { oneLine } from '../../emails/one-line.ts'
import { emailToken } from '../email-token.ts'
import type { Outgoing } from '../sending/outgoing.ts'

/** Domain of our Message-IDs. */
const domain = () => config.inboundDomain ?? config.emailFrom.split('@')[1] ?? 'localhost'

/** The same for every attempt, so that a duplicate can be recognized. */
export const messageIdOf = (emailId: string) => `<${emailId}@${domain()}>`

/** Maximum earlier emails referenced for threading: the first and the newest. */
const maxReferences = 10

/** Everything in an email except its content. `muteUrl` supports one-click unsubscribe (RFC 8058). */
export function headersOf({ email, thread, ticket, before, answers }: Outgoing, muteUrl: string) {
  const { website } = ticket
  const earlier = [
    ...before.map(({ id, createdAt }) => ({ id: messageIdOf(id), at: createdAt })),
    ...answers.map(({ messageIdHeader, receivedAt }) => ({ id: messageIdHeader ?? '', at: receivedAt })),
  ]
    .filter(({ id }) => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/.test(id))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ id }) => id)
  return {
    envelope: config.inboundDomain ? { from: bounceAddress(email.id), to: thread.email } : undefined,
    messageId: messageIdOf(email.id),
    from: fromAddress(website),
    to: { name: '', address: thread.email },
    replyTo: isAnswerable(thread) ? { ...fromAddress(website), address: replyAddress(thread.id) } : undefined,
    inReplyTo: earlier.at(-1),
    references: [...new Set([...earlier.slice(0, 1), ...earlier.slice(1 - maxReferences)])],
    headers: {
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
      'X-Auto-Response-Suppress': 'All',
      'X-Ticket-Center': email.id,
      'List-Unsubscribe': { prepared: true, value: `<${muteUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  } satisfies SendMailOptions
}

export const fromAddress = (website: { name: string; emailFromName: string | null }) => ({
  name: oneLine(website.emailFromName ?? website.name),
  address: config.emailFrom,
})

/** Whether a reply to the email reaches the ticket. Operators cannot reply by email: a From header proves nothing. */
export function isAnswerable({ role }: { role: string }): boolean {
  return config.inboundDomain !== undefined && role !== 'OPERATOR'
}

function replyAddress(threadId: string): string {
  return `${emailToken('reply', threadId)}@${config.inboundDomain}`
}

/** Where delivery failures of this email are reported. */
function bounceAddress(emailId: string): string {
  return `${emailToken('bounce', emailId)}@${config.inboundDomain}`
}
