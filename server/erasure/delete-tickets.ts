import type { Transaction } from '../database/db.ts'
import { finishLater } from './finish.ts'

/** Ids of the emails about tickets, whose files outlive their rows. */
export async function emailsAbout(tx: Transaction, ticketIds: string[]): Promise<string[]> {
  const where = { thread: { ticketId: { in: ticketIds } } }
  return (await tx.email.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

/** Deletes tickets with everything about them; files follow. */
export async function deleteTickets(tx: Transaction, ticketIds: string[]): Promise<void> {
  await finishLater(tx, { ticketIds: [], emailIds: await emailsAbout(tx, ticketIds) }, new Date())
  await tx.ticket.deleteMany({ where: { id: { in: ticketIds } } })
}
