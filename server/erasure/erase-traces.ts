import type { Transaction } from '../database/db.ts'
import { eraseFromAuditLog } from './audit-log.ts'
import { deleteInboundEmails } from './inbound-emails.ts'
import type { Person } from './person.ts'

/** Deletes whatever names a person beside their tickets and messages. */
export async function eraseTraces(tx: Transaction, person: Person): Promise<void> {
  const { websiteId, email } = person
  const theirs = { websiteId, email }
  await deleteInboundEmails(tx, person)
  // Their emails go with it, and the answers to them.
  await tx.emailThread.deleteMany({ where: { ...theirs, role: { not: 'OPERATOR' } } })
  await tx.participant.deleteMany({ where: theirs })
  await tx.formerParticipant.deleteMany({ where: theirs })
  await tx.emailMute.deleteMany({ where: theirs })
  await deleteIdempotencyKeys(tx, person)
  // Whatever is exported may contain them; also what is just being written.
  await tx.export.deleteMany({ where: { websiteId } })
  // An operator stays one, and so does what was done with their account.
  if ((await tx.operator.count({ where: theirs })) > 0) return
  await tx.signInLink.deleteMany({ where: theirs })
  await eraseFromAuditLog(tx, websiteId, email)
}

/** Their own, those that led to what is theirs, and those whose key names them. */
async function deleteIdempotencyKeys(tx: Transaction, { websiteId, email, customerId }: Person) {
  await tx.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE "caller" = ${`customer:${customerId}`}
      OR "resultId" IN (
        SELECT "id" FROM "Ticket" WHERE "customerId" = ${customerId}::uuid
        UNION ALL SELECT "id" FROM "Message" WHERE "customerId" = ${customerId}::uuid)
      OR (strpos(lower("key"), ${email}) > 0 AND "caller" IN (
        SELECT 'integration:' || "id" FROM "ApiKey" WHERE "websiteId" = ${websiteId}::uuid
        UNION ALL SELECT 'operator:' || "id" FROM "Operator" WHERE "websiteId" = ${websiteId}::uuid))`
}
