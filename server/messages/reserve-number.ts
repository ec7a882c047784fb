import { Prisma } from '../../prisma/generated/client/client.ts'
import { NotFound } from '../api/errors.ts'
import type { Transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import type { Definition } from '../fields/read-value.ts'
import type { Member } from '../identity/viewer.ts'

interface NewTicketContext {
  number: number
  participantsEnabled: boolean
  categoryName: string | null
  /** Of the category, in order. */
  fields: Definition[]
  /** Only if a customer opens it. */
  nickname: string | null
}

/**
 * The number of a new ticket, with what it needs to know. The website's row is locked first, for its next number. Then
 * the category, so that nobody deletes it meanwhile.
 */
export async function reserveNumber(
  tx: Transaction,
  viewer: Member,
  categoryId: string | null,
): Promise<NewTicketContext> {
  const customerId = viewer.kind === 'customer' ? viewer.id : null
  const [found] = await rows<NewTicketContext>(
    Prisma.sql`
      WITH "website" AS (
        UPDATE "Website" SET "ticketCount" = "ticketCount" + 1 WHERE "id" = ${viewer.websiteId}::uuid
        RETURNING "id", "ticketCount" AS "number", "participantsEnabled"
      ), "category" AS (
        SELECT "Category"."name" FROM "Category" JOIN "website" ON "websiteId" = "website"."id"
        WHERE "Category"."id" = ${categoryId}::uuid FOR SHARE OF "Category"
      )
      SELECT "number", "participantsEnabled", (SELECT "name" FROM "category") AS "categoryName",
        (SELECT coalesce(json_agg(to_json(f) ORDER BY f."position", f."id"), '[]') FROM "CategoryField" f
          WHERE f."categoryId" = ${categoryId}::uuid) AS "fields",
        (SELECT "nickname" FROM "Customer" WHERE "id" = ${customerId}::uuid) AS "nickname"
      FROM "website"`,
    tx,
  )
  if (!found) throw new NotFound('There is no such website')
  return found
}
