import type { Transaction } from '../database/db.ts'
import { erasedEmail } from '../identity/email.ts'
import { eraseFromAuditLog } from './audit-log.ts'
import { erasedText } from './erased-text.ts'
import { deleteInboundEmails } from './inbound-emails.ts'
import type { Person } from './person.ts'

/** Deletes everything that names a person, besides their tickets and messages. */
export async function eraseTraces(tx: Transaction, person: Person): Promise<void> {
  const { websiteId, email } = person
  const theirs = { websiteId, email }
  await deleteInboundEmails(tx, person)
  // Deletes their emails and the replies to them as well.
  await tx.emailThread.deleteMany({ where: { ...theirs, role: { not: 'OPERATOR' } } })
  await tx.participant.deleteMany({ where: theirs })
  await tx.formerParticipant.deleteMany({ where: theirs })
  await tx.emailMute.deleteMany({ where: theirs })
  await deleteIdempotencyKeys(tx, person)
  // Any export may contain them, even one in progress; if they are unknown, only one made for the address.
  const isKnown = person.customerId !== null || person.ticketIds.length > 0
  await tx.export.deleteMany({ where: isKnown ? { websiteId } : theirs })
  // Operators keep their account and its history.
  if ((await tx.operator.count({ where: { ...theirs, active: true } })) > 0) return
  await eraseFormerOperator(tx, theirs)
  await tx.signInLink.deleteMany({ where: theirs })
  await eraseFromAuditLog(tx, websiteId, email)
}

/** The row is kept without name and address: messages and notes refer to it. */
async function eraseFormerOperator(tx: Transaction, theirs: Pick<Person, 'websiteId' | 'email'>) {
  const former = await tx.operator.findFirst({ where: theirs, select: { id: true } })
  if (!former) return
  await tx.emailThread.deleteMany({ where: theirs })
  await tx.draft.deleteMany({ where: { operatorId: former.id } })
  await tx.operator.update({
    where: { id: former.id },
    data: { email: erasedEmail(former.id), name: erasedText, locale: null },
    select: { id: true },
  })
}

/** Keys they used, keys whose result is theirs, and keys that contain their address. */
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
