import { db } from '../../database/db.ts'
import { queryOf } from '../../text/words.ts'
import type { ListedTicket } from './search.ts'

/** Maximum occurrences of the words: beyond that they are so common that reading the newest tickets is faster. */
const maxFound = 1_000
/** Tickets per statement. */
const batchSize = 100

/**
 * Ids of the website's tickets with the words of a text, newest activity first; null if there are too many, or not all
 * words are filled in yet.
 */
export async function ticketsWithWords(websiteId: string, text: string): Promise<string[] | null> {
  const query = queryOf(websiteId, text)
  if (query === null) return null
  const [, [index]] = await db.$transaction([
    // Never read the messages of all websites, however common a word is: docs/decisions/0015.
    db.$executeRaw`SELECT set_config('enable_seqscan', 'off', true)`,
    db.$queryRaw<{ isUsable: boolean; ids: string[] }[]>`
      WITH "found" AS (
        (SELECT "ticketId" FROM "Message"
          WHERE array_to_tsvector("words") @@ ${query}::tsquery LIMIT ${maxFound + 1})
        UNION ALL
        (SELECT t."id" FROM "Customer" c JOIN "Ticket" t ON t."customerId" = c."id"
          WHERE array_to_tsvector(c."words") @@ ${query}::tsquery LIMIT ${maxFound + 1})
      )
      SELECT
        (SELECT count(*) FROM "found") <= ${maxFound}
          AND NOT EXISTS (SELECT FROM "Message" WHERE "words" IS NULL)
          AND NOT EXISTS (SELECT FROM "Customer" WHERE "words" IS NULL) AS "isUsable",
        ARRAY(
          SELECT "id"::text FROM "Ticket"
          WHERE "websiteId" = ${websiteId}::uuid AND "id" IN (SELECT "ticketId" FROM "found")
          ORDER BY "lastActivityAt" DESC, "id" DESC
        ) AS "ids"`,
  ])
  return index?.isUsable ? index.ids : null
}

/** Steps through these tickets instead of all. `read` returns those of some ids that are listed, after a ticket. */
export function through<Ticket>(
  ids: string[],
  read: (from: ListedTicket | null, ids: string[]) => Promise<Ticket[]>,
): (from: ListedTicket | null, take: number) => Promise<Ticket[]> {
  return async (from, take) => {
    const tickets: Ticket[] = []
    for (
      let at = from ? ids.indexOf(from.id) + 1 : 0;
      at < ids.length && tickets.length < take;
      at += batchSize
    ) {
      tickets.push(...(await read(from, ids.slice(at, at + batchSize))))
    }
    return tickets.slice(0, take)
  }
}
