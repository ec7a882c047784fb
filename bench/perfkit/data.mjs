// For perfkit, which measures the product beside other servers over the same tables and copies this file to itself:
// fills them with websites, customers, tickets and their history, as the product itself would have written them.
import { join } from 'node:path'
import pg from 'pg'

// Each of its tools is given this checkout first.
const { pool, texts } = await import(join(process.argv[2], 'bench/perfkit/texts.mjs'))
const { rendererVersion, toHtml } = await import(join(process.argv[2], 'server/text/markdown.ts'))
const { wordsOf } = await import(join(process.argv[2], 'server/text/words.ts'))

const uuid7 = `
CREATE OR REPLACE FUNCTION pg_temp.uuid7(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(r, 1, 3) || '-' ||
    substr('89ab', 1 + (random() * 3.99)::int % 4, 1) || substr(r, 4, 3) || '-' || substr(r, 7, 12))::uuid
  FROM (SELECT lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS h, md5(random()::text) AS r) x $$`

/** Of a website: what its settings hold, and its customers. */
async function fillWebsite(q, { website: { websiteId }, customers, per, base = 0 }, index, drawn) {
  await q(
    `INSERT INTO "Operator" ("id", "websiteId", "email", "name", "role")
     SELECT pg_temp.uuid7(now()), $1, 'operator' || n || '@acme.test', 'Operator ' || n,
       (CASE WHEN n = 1 THEN 'ADMIN' ELSE 'AGENT' END)::"OperatorRole" FROM generate_series(1, 5) n`,
    [websiteId],
  )
  await q(
    `INSERT INTO "Category" ("id", "websiteId", "name", "position")
     SELECT pg_temp.uuid7(now()), $1, 'Category ' || n, n FROM generate_series(1, 5) n`,
    [websiteId],
  )
  for (let n = 1; n <= 5; n++) {
    const answer = `Open **Settings**, choose *Thing ${index}* and press Save.\n\n- first this\n- then https://example.com/faq/${n}`
    await q(
      `INSERT INTO "Faq" ("id", "websiteId", "question", "answer", "answerHtml", "rendererVersion", "position")
       VALUES (pg_temp.uuid7(now()), $1, $2, $3, $4, $5, $6)`,
      [websiteId, `How do I do thing ${n}?`, answer, toHtml(answer, 'team'), rendererVersion, n],
    )
  }
  await q('UPDATE "Website" SET "participantsEnabled" = true WHERE "id" = $1', [websiteId])
  const people = Array.from({ length: customers }, (_, at) => {
    const [email, nickname] = [`customer${at + 1}@example.com`, `Customer ${at + 1}`]
    return { email, nickname, words: wordsOf(websiteId, email, nickname) }
  })
  await q(
    `INSERT INTO "Customer" ("id", "websiteId", "email", "nickname", "words", "firstSeenAt", "lastPage", "createdAt")
     SELECT pg_temp.uuid7(now() - interval '2 years'), $1, email, nickname, words, now(), 'https://app.acme.test', now() - interval '2 years'
     FROM json_to_recordset($2::json) AS p (email text, nickname text, words text[])`,
    [websiteId, JSON.stringify(people)],
  )
  const found = drawn.map(({ n, author, subject, body }) => ({
    ...{ w: websiteId, n, author, subject: wordsOf(websiteId, subject), body: wordsOf(websiteId, body) },
  }))
  await q('INSERT INTO words SELECT * FROM json_populate_recordset(NULL::words, $1::json)', [
    JSON.stringify(found),
  ])
  await q(
    `INSERT INTO spec SELECT $1, (SELECT "id" FROM "Operator" WHERE "websiteId" = $1 LIMIT 1), $2, $3, $4`,
    [websiteId, customers, per, base],
  )
}

/**
 * `url`: PostgreSQL's address, or a database that is open already. Of each website: its customers, how many tickets the
 * last of them has (`per`, the others in proportion) and how many each has at least (`base`). The first ticket of every
 * customer has `longMessages` messages, the others have 1 to `spread`.
 */
export async function fill(
  url,
  websites,
  { spread = 8, longMessages = 50, sharedShare = 0, log = () => {} } = {},
) {
  const db = typeof url === 'string' ? new pg.Client({ connectionString: url }) : url
  if (db !== url) await db.connect()
  const q = (text, values) => db.query(text, values)
  for (const text of ['SET synchronous_commit = off', "SET work_mem = '128MB'", 'SELECT setseed(0.42)']) {
    await q(text)
  }
  await q(uuid7)
  await q('CREATE TEMP TABLE pool (n int, author text, subject text, body text, html text, preview text)')
  const drawn = pool()
  await q('INSERT INTO pool SELECT * FROM json_populate_recordset(NULL::pool, $1::json)', [
    JSON.stringify(drawn),
  ])
  // A website's own: its name is in front of each.
  await q('CREATE TEMP TABLE words (w uuid, n int, author text, subject text[], body text[])')
  await q('CREATE TEMP TABLE spec (w uuid, "operatorId" uuid, customers int, per int, base int)')
  for (const [index, website] of websites.entries()) await fillWebsite(q, website, index, drawn)
  log('websites, customers')
  // `last` is the text of the newest message: in every 2,000th ticket of a website the one with the rare word.
  await q(
    `CREATE TEMP TABLE t AS
     SELECT *, CASE WHEN number % 2000 = 7 THEN ${texts} ELSE (random() * ${texts - 1})::int END AS last,
       opened + (count - 1) * interval '4 hours' AS newest, CASE WHEN count % 2 = 1 THEN 'OPEN' ELSE 'PENDING' END AS turn
     FROM (SELECT pg_temp.uuid7(at) AS id, w, "operatorId", row_number() OVER (PARTITION BY w ORDER BY at) AS number,
         customer, at AS opened, CASE WHEN k = 1 THEN $1::int ELSE 1 + (random() * ($2::int - 0.001))::int % $2::int END AS count,
         (random() * ${texts - 1})::int AS s, random() AS r, random() AS r2, random() AS r3, random() AS r4
       FROM (SELECT s.w, s."operatorId", c."id" AS customer, k,
           now() - interval '20 days' - (CASE WHEN k = 1 THEN 700 + random() * 10 ELSE random() * 700 END) * interval '1 day' AS at
         FROM spec s JOIN "Customer" c ON c."websiteId" = s.w, generate_series(1, s.base +
           (substring(c."email" from 9 for position('@' in c."email") - 9)::int * s.per / s.customers)) k) x) y`,
    [longMessages, spread],
  )
  // Customer and team write in turn.
  await q(
    `CREATE TEMP TABLE m AS
     SELECT pg_temp.uuid7(at) AS id, * FROM (SELECT t.w, t.id AS ticket, p AS position, t.opened + (p - 1) * interval '4 hours' AS at, t.s,
         CASE WHEN p % 2 = 1 THEN t.customer END AS customer, CASE WHEN p % 2 = 0 THEN t."operatorId" END AS operator,
         CASE WHEN p = t.count THEN t.last ELSE (random() * ${texts - 1})::int END AS b
       FROM t, generate_series(1, t.count) p) x`,
  )
  log('positions drawn')
  // Counted at once, below; and an index is made quicker than kept.
  await q('ALTER TABLE "Ticket" DISABLE TRIGGER USER')
  await q('DROP INDEX "Message_words_idx"')
  await q(
    `INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "status", "categoryId", "categoryName", "customerId",
       "assigneeId", "messageCount", "preview", "customerReadPosition", "teamReadPosition", "solvedByTeamAt", "createdAt",
       "lastActivityAt", "updatedAt", "historyFilled")
     SELECT t.id, t.w, t.number, s.subject, (CASE WHEN t.r < 0.6 THEN 'SOLVED' ELSE t.turn END)::"TicketStatus", c."id", c."name",
       t.customer, CASE WHEN t.r2 < 0.5 THEN t."operatorId" END, t.count, l.preview,
       CASE WHEN t.r3 < 0.9 THEN t.count ELSE greatest(0, t.count - 1) END,
       CASE WHEN t.r < 0.95 THEN t.count ELSE greatest(0, t.count - 1) END,
       CASE WHEN t.r < 0.6 THEN t.newest + interval '1 hour' END, t.opened, t.newest, now(), true
     FROM t JOIN pool s ON s.n = t.s AND s.author = 'team'
       JOIN pool l ON l.n = t.last AND l.author = CASE t.turn WHEN 'OPEN' THEN 'customer' ELSE 'team' END
       JOIN "Category" c ON c."websiteId" = t.w AND c."position" = 1 + t.number % 5 ORDER BY t.opened`,
  )
  log('tickets')
  await q(
    `INSERT INTO "Message" ("id", "ticketId", "position", "body", "bodyHtml", "rendererVersion", "words", "via", "customerId", "operatorId", "createdAt")
     SELECT m.id, m.ticket, m.position, p.body, p.html, $1, CASE WHEN m.position = 1 THEN y.subject || x.body ELSE x.body END, (CASE WHEN m.operator IS NULL THEN 'TICKET_CENTER' ELSE 'CONSOLE' END)::"Channel",
       m.customer, m.operator, m.at
     FROM m JOIN pool p ON p.n = m.b AND p.author = CASE WHEN m.operator IS NULL THEN 'customer' ELSE 'team' END
       JOIN words x ON x.w = m.w AND x.n = p.n AND x.author = p.author
       JOIN words y ON y.w = m.w AND y.n = m.s AND y.author = 'team' ORDER BY m.at`,
    [rendererVersion],
  )
  await q("SET maintenance_work_mem = '512MB'")
  await q('CREATE INDEX "Message_words_idx" ON "Message" USING gin (array_to_tsvector("words"))')
  await q('ALTER TABLE "Ticket" ENABLE TRIGGER USER')
  await q('DELETE FROM "TicketCount"')
  await q(
    `INSERT INTO "TicketCount" ("websiteId", "status", "unread", "change")
     SELECT "websiteId", "status", "messageCount" > "teamReadPosition", count(*) FROM "Ticket" GROUP BY 1, 2, 3`,
  )
  log('messages')
  // All events have their positions already. Participants come with their tickets, which is no event of its own.
  await q(
    `INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "customerId", "operatorId", "data", "createdAt", "position")
     SELECT pg_temp.uuid7(at), w, ticket, type, customer, operator, data, at, row_number() OVER (ORDER BY at, ticket, rank) AS place
     FROM (
       SELECT w, ticket, at, 1 AS rank, 'TICKET_OPENED' AS type, customer, operator, '{}'::jsonb AS data FROM m WHERE position = 1
       UNION ALL SELECT w, ticket, at, 2, 'MESSAGE_POSTED', customer, operator, jsonb_build_object('messageId', id) FROM m
       UNION ALL SELECT w, ticket, at, 3, 'STATUS_CHANGED', customer, operator, CASE WHEN operator IS NULL
         THEN '{"from": "PENDING", "to": "OPEN"}' ELSE '{"from": "OPEN", "to": "PENDING"}' END::jsonb FROM m WHERE position > 1
       UNION ALL SELECT w, id, newest + interval '1 hour', 4, 'STATUS_CHANGED', NULL, "operatorId",
         jsonb_build_object('from', turn, 'to', 'SOLVED') FROM t WHERE r < 0.6
     ) e ORDER BY place`,
  )
  log('events')
  if (sharedShare > 0) {
    await q(
      `INSERT INTO "Participant" ("id", "ticketId", "websiteId", "email", "readPosition", "addedAt")
       SELECT pg_temp.uuid7(t.opened), t.id, t.w, guest, 0, t.opened FROM t JOIN spec s ON s.w = t.w JOIN "Customer" c ON c."id" = t.customer,
         LATERAL (SELECT 'customer' || (1 + t.number % s.customers) || '@example.com' AS guest) g WHERE t.r4 < $1 AND c."email" <> guest`,
      [sharedShare],
    )
  }
  await q(
    'UPDATE "Website" w SET "ticketCount" = (SELECT count(*) FROM t WHERE t.w = w."id") WHERE "id" IN (SELECT w FROM spec)',
  )
  await q('DROP TABLE m, t, spec, pool, words')
  // PostGraphile adds fields of these names itself.
  for (const column of ['"Message"."bodyHtml"', '"Faq"."answerHtml"']) {
    await q(`COMMENT ON COLUMN ${column} IS '@behavior -attribute:select'`)
  }
  await q('VACUUM ANALYZE')
  await q('CHECKPOINT')
  const { rows } =
    await q(`SELECT (SELECT count(*) FROM "Ticket")::int AS tickets, (SELECT count(*) FROM "Message")::int AS messages,
    (SELECT count(*) FROM "TicketEvent")::int AS events, (SELECT count(*) FROM "Customer")::int AS customers,
    pg_size_pretty(pg_database_size(current_database())) AS size`)
  if (db !== url) await db.end()
  return rows[0]
}
