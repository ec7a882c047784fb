import type { Transaction } from '../database/db.ts'
import { touch } from '../events/record.ts'
import type { Rendered } from '../text/render.ts'
import { emailsAbout } from './delete-tickets.ts'
import { eraseCopies } from './erase-copies.ts'
import { erasedBody, erasedMessage, erasedText } from './erased-text.ts'
import { finishLater } from './finish.ts'

/**
 * Erases what anybody wrote in tickets that are locked, and who else followed them. Number, dates, status, category,
 * customer and assignee stay. `rendered`: the erased text.
 */
export async function eraseTickets(tx: Transaction, ticketIds: string[], rendered: Rendered): Promise<void> {
  const at = new Date()
  const emailIds = await emailsAbout(tx, ticketIds)
  const inThem = { ticketId: { in: ticketIds } }
  // Marked as read, too: nobody is emailed about what they have not seen.
  await tx.$executeRaw`
    UPDATE "Ticket" SET "subject" = ${erasedText}, "preview" = ${erasedText}, "erasedAt" = ${at}::timestamptz,
      "customerReadPosition" = "messageCount", "teamReadPosition" = "messageCount", "unreadKeyMessages" = 0
    WHERE "id" = ANY(${ticketIds}::uuid[])`
  await tx.attachment.deleteMany({ where: { OR: [{ message: inThem }, { note: inThem }] } })
  await tx.message.updateMany({ where: inThem, data: erasedMessage(rendered) })
  await tx.note.updateMany({ where: inThem, data: erasedBody(rendered) })
  await tx.proposal.deleteMany({ where: inThem })
  await tx.rating.updateMany({ where: inThem, data: { comment: null } })
  await tx.ticketField.deleteMany({ where: inThem })
  await tx.draft.deleteMany({ where: inThem })
  await tx.participant.deleteMany({ where: inThem })
  await tx.formerParticipant.deleteMany({ where: inThem })
  await tx.emailThread.deleteMany({ where: inThem })
  await eraseCopies(tx, ticketIds)
  await finishLater(tx, { ticketIds, emailIds }, at)
  await touch(tx, ...ticketIds)
}
