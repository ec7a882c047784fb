import { encodeGlobalID } from '../api/global-id.ts'
import { db } from '../database/db.ts'
import { Unreadable } from '../inbound/parsing/read.ts'
import { readReply } from '../inbound/read-reply.ts'
import { readRaw } from '../inbound/receiving/raw-email.ts'

/**
 * Emails to a person's own reply addresses that are kept, with their whole text. Not as MIME: that contains these
 * addresses, with which anyone could write in their name. Nor those to other people's: a sender is easily forged. One is
 * in memory at a time.
 */
export async function* emailRecords(websiteId: string, email: string): AsyncGenerator<object> {
  const thread = { websiteId, email, role: { not: 'OPERATOR' as const } }
  for (let after = {}; ; ) {
    const found = await db.inboundEmail.findFirst({
      where: { ...after, thread, state: { not: 'QUARANTINED' } },
      orderBy: { id: 'asc' },
      select: { id: true, messageId: true, receivedAt: true },
    })
    if (!found) return
    const { id, messageId, receivedAt } = found
    const contents = await contentsOf(id)
    if (contents)
      yield {
        type: 'email',
        messageId: messageId && encodeGlobalID('Message', messageId),
        receivedAt,
        ...contents,
      }
    after = { id: { gt: id } }
  }
}

/** Null if the email was erased, or cannot be read. */
async function contentsOf(id: string) {
  const raw = await readRaw(id)
  if (raw.length === 0) return null
  try {
    const { from, subject, text, attachments } = await readReply(raw)
    return {
      from,
      subject,
      text,
      attachments: attachments.map(({ name, type, size }) => ({ name, type, size })),
    }
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
