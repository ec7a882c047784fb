import type { Transaction } from '../db.ts'
import { enqueue } from '../jobs.ts'
import { mailDelay } from '../settings/mail-delay.ts'

/**
 * Records, in the transaction that writes it, that a ticket was `opened` or that somebody was invited to it: they are
 * written to at once, as there is nowhere else to hear of it.
 */
export async function recordArrival(tx: Transaction, ticketId: string, opened = false): Promise<void> {
  await enqueue(tx, 'ticket-news', { ticketId, opened })
}

/**
 * Records, in the transaction that writes it, what people may see by themselves: whoever has not by the end of the
 * website's delay gets a mail.
 */
export async function recordNews(
  tx: Transaction,
  ticket: { id: string; website: { mailDelaySeconds: number | null } },
): Promise<void> {
  await enqueue(tx, 'ticket-news', { ticketId: ticket.id }, mailDelay(ticket.website))
}
