import { z } from 'zod'
import { member } from '../api/context.ts'
import { Conflict, NotFound, readBack } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { db, type Transaction, transaction } from '../database/db.ts'
import { Message } from '../messages/message.ts'
import { ticketPayload } from '../tickets/payload.ts'
import { managedBy, visibleTo } from '../tickets/visibility.ts'
import { attachmentsOf, attachNoted } from './attachment.ts'
import { auditQuarantine } from './audit.ts'
import { headerFields } from './parsing/header.ts'
import { Unreadable } from './parsing/read.ts'
import { appendLetter, emailedUpTo, letterOf, type PostedLetter, writerOf } from './post.ts'
import { readReply } from './read-reply.ts'
import { readRaw } from './receiving/raw-email.ts'
import { isSameMailbox, senderOf } from './sender.ts'

mutation('acceptQuarantinedEmail', {
  description:
    'Posts a quarantined email to its ticket as a message from its claimed sender, who gains no access. ' +
    'Audited. A repeat posts nothing and returns the first message. As with `reply`, it may open a follow-up.',
  scope: { team: true },
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the quarantined email.' }) }),
  input: z.object({ id: globalId('QuarantinedEmail') }),
  errors: [NotFound, Conflict],
  work: async ({ id }, context): Promise<PostedLetter> => {
    const viewer = member(context)
    // Among posted emails, only accepted ones have a reason.
    const where = {
      id,
      thread: { ticket: managedBy(viewer) },
      AND: { OR: [{ state: 'QUARANTINED' as const }, { state: 'POSTED' as const, reason: { not: null } }] },
    }
    const include = { thread: true, message: { select: { id: true, ticketId: true } } }
    const found = await db.inboundEmail.findFirst({ where, omit: { raw: true }, include })
    if (!found) throw new NotFound('There is no such quarantined email')
    const { ticketId, websiteId, email, role } = found.thread
    if (found.message) return found.message

    const raw = await readRaw(id)
    const read = await readReply(raw).catch((failure) => {
      if (!(failure instanceof Unreadable)) throw failure
      return { body: found.text ?? '', quotedText: null, attachments: attachmentsOf(found) }
    })
    const sender = senderOf(headerFields(raw))
    const byRecipient = sender !== null && isSameMailbox(sender, email)
    const address = sender === null || byRecipient ? email : sender
    const active = { websiteId, email, active: true }
    const operator =
      role === 'OPERATOR' && byRecipient ? await db.operator.findFirst({ where: active }) : null
    const letter = await letterOf(read, operator ? 'team' : 'customer')
    if (letter.messages.length === 0) throw new Conflict('EMAIL_EMPTY', 'The email has no text')

    return transaction(async (tx) => {
      await tx.$executeRaw`SELECT FROM "InboundMail" WHERE "id" = ${id}::uuid FOR UPDATE`
      const row = await tx.inboundEmail.findFirst({ where, omit: { raw: true }, include })
      if (!row) throw new NotFound('There is no such quarantined email')
      if (row.message) return row.message
      if (operator) await keepActive(tx, operator.id)
      const author = operator
        ? { kind: 'operator' as const, id: operator.id, websiteId, role: operator.role }
        : await writerOf(websiteId, address, false, tx)
      const emailedPosition = await emailedUpTo(tx, { ticketId, email: address }, row.receivedAt)
      const first = await appendLetter(tx, ticketId, letter, { viewer, author, emailedPosition })
      await attachNoted(tx, { messageId: first.id, websiteId, notes: read.attachments })
      const data = { state: 'POSTED', messageId: first.id, settledAt: new Date() } as const
      await tx.inboundEmail.update({ where: { id }, data, select: { id: true } })
      await auditQuarantine(tx, viewer, 'acceptQuarantinedEmail', { ticketId, reason: row.reason })
      return first
    })
  },
  payload: (t) => ({
    newMessage: t.prismaField({
      type: Message,
      description: 'The message; the first one if a long email was split into several.',
      resolve: (query, { id }, _args, context) =>
        readBack(db.message.findFirst({ ...query, where: { id, ticket: visibleTo(member(context)) } })),
    }),
    ...ticketPayload(t),
  }),
})

/** Throws Conflict if the operator was deactivated after the text was rendered as theirs. */
async function keepActive(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM "Operator" WHERE "id" = ${id}::uuid FOR SHARE`
  if ((await tx.operator.count({ where: { id, active: true } })) > 0) return
  throw new Conflict(
    'OPERATOR_DEACTIVATED',
    'The operator has just been deactivated: accept the email again to post it as a customer’s',
  )
}
