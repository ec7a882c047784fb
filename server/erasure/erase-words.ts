import type { Transaction } from '../database/db.ts'
import type { Rendered } from '../text/render.ts'
import { wordsOf } from '../text/words.ts'
import { erasedMessage, erasedText } from './erased-text.ts'
import type { Person } from './person.ts'

/** Replaces what a person wrote, wherever it is. Returns the number of their messages. `rendered`: the erased text. */
export async function eraseWords(tx: Transaction, person: Person, rendered: Rendered): Promise<number> {
  const { customerId, ticketIds } = person
  if (customerId === null) return 0
  await eraseSubjects(tx, customerId)
  await tx.$executeRaw`
    UPDATE "Ticket" t SET "preview" = ${erasedText} WHERE "id" = ANY(${ticketIds}::uuid[]) AND EXISTS (
      SELECT FROM "Message" m WHERE m."ticketId" = t."id" AND m."position" = t."messageCount"
        AND m."customerId" = ${customerId}::uuid)`
  await tx.$executeRaw`
    DELETE FROM "Attachment" WHERE "customerId" = ${customerId}::uuid
      OR "messageId" IN (SELECT "id" FROM "Message" WHERE "customerId" = ${customerId}::uuid)`
  const { count } = await tx.message.updateMany({
    where: { customerId },
    data: erasedMessage(rendered),
  })
  const ofTheirs = { ticket: { customerId } }
  await tx.rating.updateMany({ where: ofTheirs, data: { comment: null } })
  await tx.ticketField.deleteMany({ where: ofTheirs })
  await tx.draft.deleteMany({ where: { customerId } })
  return count
}

/** Those of their tickets, unless the team chose it: a follow-up has the subject of the ticket that it continues. */
async function eraseSubjects(tx: Transaction, customerId: string): Promise<void> {
  const found = await tx.$queryRaw<{ id: string; websiteId: string; body: string }[]>`
    WITH "erased" AS (
      UPDATE "Ticket" t SET "subject" = ${erasedText} WHERE "customerId" = ${customerId}::uuid
        AND ("followUpOfId" IS NOT NULL OR NOT EXISTS (SELECT FROM "Message" m
          WHERE m."ticketId" = t."id" AND m."position" = 1 AND m."customerId" IS NULL))
      RETURNING "id", "websiteId"
    )
    SELECT m."id", "websiteId", "body" FROM "Message" m JOIN "erased" ON "erased"."id" = m."ticketId"
    WHERE m."position" = 1 AND m."customerId" <> ${customerId}::uuid`
  // Somebody else's first message was found by the words of the subject, too.
  for (const { id, websiteId, body } of found) {
    await tx.message.update({
      where: { id },
      data: { words: wordsOf(websiteId, body) },
      select: { id: true },
    })
  }
}
