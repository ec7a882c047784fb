import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import type { Person } from './person.ts'

/**
 * Finds a person and locks everything to which they could still write: first tickets, then their row, and then the
 * tickets that came up meanwhile. The website is locked already, so that they open none.
 */
export async function findPerson(tx: Transaction, websiteId: string, email: string): Promise<Person> {
  const where = { websiteId_email: { websiteId, email } }
  const customer = await tx.customer.findUnique({ where, select: { id: true } })
  const person = { websiteId, email, customerId: customer?.id ?? null }
  await lockTickets(tx, person)
  await tx.$executeRaw`SELECT FROM "Customer" WHERE "id" = ${person.customerId}::uuid FOR UPDATE`
  return { ...person, ticketIds: await lockTickets(tx, person) }
}

/** In the order of their ids, so that two erasures never wait for each other. */
async function lockTickets(tx: Transaction, { websiteId, email, customerId }: Omit<Person, 'ticketIds'>) {
  const found = await rows<{ id: string }>(
    Prisma.sql`
      SELECT "id" FROM "Ticket" WHERE "websiteId" = ${websiteId}::uuid AND "id" IN (
        SELECT "id" FROM "Ticket" WHERE "customerId" = ${customerId}::uuid
        UNION SELECT "ticketId" FROM "Message" WHERE "customerId" = ${customerId}::uuid
        UNION SELECT "ticketId" FROM "Participant" WHERE "websiteId" = ${websiteId}::uuid AND "email" = ${email}
        UNION SELECT "ticketId" FROM "FormerParticipant" WHERE "websiteId" = ${websiteId}::uuid AND "email" = ${email}
        UNION SELECT "ticketId" FROM "MailThread"
          WHERE "websiteId" = ${websiteId}::uuid AND "email" = ${email} AND "role" <> 'OPERATOR')
      ORDER BY "id" FOR UPDATE`,
    tx,
  )
  return found.map(({ id }) => id)
}
