import { db, transaction } from '../database/db.ts'
import { inBatches } from '../database/in-batches.ts'
import type { Outcome } from '../jobs/jobs.ts'
import type { Jobs } from '../jobs/queues.ts'
import { log } from '../log/log.ts'
import { deleteTickets } from './delete-tickets.ts'

/** Tickets of one transaction, and milliseconds after which other jobs have their turn. */
const batchSize = 100
const turnLength = 10_000

/** Deletes a website’s tickets, and then the rest of it. Continues after a restart. */
export async function deleteWebsite({ websiteId }: Jobs['delete-website']): Promise<Outcome> {
  const end = Date.now() + turnLength
  const select = { id: true }
  for (;;) {
    const tickets = await db.ticket.findMany({ where: { websiteId }, select, take: batchSize })
    if (tickets.length === 0) break
    await transaction((tx) =>
      deleteTickets(
        tx,
        tickets.map(({ id }) => id),
      ),
    )
    if (Date.now() > end) return { again: 0 }
  }
  await inBatches((limit) => db.customer.deleteMany({ where: { websiteId }, limit }))
  await db.website.deleteMany({ where: { id: websiteId } })
  await db.ticketCount.deleteMany({ where: { websiteId } })
  log.info({ websiteId }, 'website deleted')
  return 'done'
}
