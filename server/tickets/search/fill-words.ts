import { db, transaction } from '../../database/db.ts'
import { enqueue, type Outcome, work } from '../../jobs/jobs.ts'
import { wordsOf } from '../../text/words.ts'

const batchSize = 500
/** Milliseconds of indexing before the job yields to others: it is retried at once. */
const maxTime = 5_000

/**
 * Starts indexing the words of older messages and customers. Until then the team's searches read the texts. Progress
 * is stored in the rows: after a restart it continues.
 */
export async function startFillingWords(): Promise<void> {
  await work('fill-words', fillNext)
  const waiting = await db.$queryRaw<unknown[]>`
    (SELECT 1 FROM "Message" WHERE "words" IS NULL LIMIT 1) UNION ALL
    (SELECT 1 FROM "Customer" WHERE "words" IS NULL LIMIT 1)`
  if (waiting.length > 0) await transaction((tx) => enqueue(tx, 'fill-words', {}))
}

interface Wordless {
  id: string
  websiteId: string
  texts: (string | null)[]
}

const wordlessMessages = (limit: number) => db.$queryRaw<Wordless[]>`
  SELECT m."id", t."websiteId", ARRAY[m."body", CASE WHEN m."position" = 1 THEN t."subject" END] AS "texts"
  FROM (SELECT * FROM "Message" WHERE "words" IS NULL LIMIT ${limit}) m JOIN "Ticket" t ON t."id" = m."ticketId"`

const wordlessCustomers = (limit: number) => db.$queryRaw<Wordless[]>`
  SELECT "id", "websiteId", ARRAY["email", "nickname"] AS "texts" FROM "Customer" WHERE "words" IS NULL LIMIT ${limit}`

async function fillNext(): Promise<Outcome> {
  const started = performance.now()
  while (performance.now() - started < maxTime) {
    const messages = await wordlessMessages(batchSize)
    const customers = await wordlessCustomers(batchSize)
    if (messages.length + customers.length === 0) return 'done'
    await db.$executeRaw`
      UPDATE "Message" m SET "words" = row."words" FROM jsonb_to_recordset(${rowsOf(messages)}::jsonb)
      AS row("id" uuid, "words" text[]) WHERE m."id" = row."id" AND m."words" IS NULL`
    // Their name may have changed meanwhile.
    await db.$executeRaw`
      UPDATE "Customer" c SET "words" = row."words" FROM jsonb_to_recordset(${rowsOf(customers)}::jsonb)
      AS row("id" uuid, "words" text[]) WHERE c."id" = row."id" AND c."words" IS NULL`
  }
  return { again: 0 }
}

const rowsOf = (wordless: Wordless[]) =>
  JSON.stringify(wordless.map(({ id, websiteId, texts }) => ({ id, words: wordsOf(websiteId, ...texts) })))
