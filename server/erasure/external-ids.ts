import type { Transaction } from '../database/db.ts'
import { mayName } from './names.ts'
import type { Person } from './person.ts'

/**
 * Takes away the ids that an import brought, where they name a person: made of an address, or a Message-ID. The same file
 * would be imported again.
 */
export async function eraseExternalIds(
  tx: Transaction,
  { websiteId, email, ticketIds }: Person,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Ticket" SET "externalId" = NULL
    WHERE "websiteId" = ${websiteId}::uuid AND "externalId" IS NOT NULL AND ${mayName('"externalId"', email)}`
  await tx.$executeRaw`
    UPDATE "Message" SET "externalId" = NULL
    WHERE "ticketId" = ANY(${ticketIds}::uuid[]) AND ${mayName('"externalId"', email)}`
}
