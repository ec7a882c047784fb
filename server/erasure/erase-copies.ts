import type { Transaction } from '../database/db.ts'

/** Later than everything, whatever the clock of the process that wrote it. */
const end = new Date('9999-12-31')

/**
 * Erases what repeats a ticket's words elsewhere: bodies of webhooks, quotations in other people's emails, and these
 * emails. A later look leaves alone what is newer than `at`. Returns whether some of them are still in use: their own
 * words are not posted yet, or their files not stored.
 */
export async function eraseCopies(tx: Transaction, ticketIds: string[], at = end): Promise<boolean> {
  await tx.$executeRaw`
    UPDATE "WebhookDelivery" SET "requestBody" = NULL, "responseBody" = NULL
    WHERE "eventId" IN (
      SELECT "id" FROM "TicketEvent" WHERE "ticketId" = ANY(${ticketIds}::uuid[]) AND "createdAt" <= ${at}::timestamptz)`
  const received = { thread: { ticketId: { in: ticketIds } }, receivedAt: { lte: at } }
  await tx.message.updateMany({
    where: { ticketId: { in: ticketIds }, OR: [{ createdAt: { lte: at } }, { inbound: received }] },
    data: { quotedText: null },
  })
  await tx.inboundEmail.deleteMany({ where: { ...received, state: { in: ['QUARANTINED', 'DROPPED'] } } })
  const filed = { OR: [{ filesStored: true }, { attachments: { equals: [] } }, { messageId: null }] }
  await tx.inboundEmail.updateMany({
    where: { ...received, state: 'POSTED', ...filed },
    data: { raw: new Uint8Array(), subject: null, text: null },
  })
  const pending = { OR: [{ state: 'RECEIVED' as const }, { state: 'POSTED' as const, NOT: filed }] }
  return (await tx.inboundEmail.count({ where: { ...received, ...pending } })) > 0
}
