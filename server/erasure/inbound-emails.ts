import { Prisma } from '../../prisma/generated/client/client.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { mayName, withoutAddress } from './names.ts'
import type { Person } from './person.ts'

interface Sent {
  id: string
  from: string | null
  envelopeFrom: string | null
}

/** Deletes the emails that a person sent to other people's reply addresses: most are quarantined. */
export async function deleteInboundEmails(tx: Transaction, { websiteId, email }: Person): Promise<void> {
  const found = await rows<Sent>(
    Prisma.sql`
      SELECT i."id", i."from", i."envelopeFrom" FROM "InboundMail" i
      JOIN "MailThread" ON "MailThread"."id" = i."threadId"
      WHERE "websiteId" = ${websiteId}::uuid
        AND (${mayName('i."from"', email)} OR ${mayName('i."envelopeFrom"', email)})`,
    tx,
  )
  const names = (text: string | null) => text !== null && withoutAddress(text, email) !== text
  const ids = found.filter(({ from, envelopeFrom }) => names(from) || names(envelopeFrom)).map(({ id }) => id)
  await tx.inboundEmail.deleteMany({ where: { id: { in: ids } } })
}
