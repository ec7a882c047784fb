// For perfkit: what the limit and the peers share, which is their statements, and rows as objects of the API.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const root = process.env.CHECKOUT
export const checkout = process.argv[1].endsWith('mercurius.mjs') ? withLook() : root
export const newId = createRequire(join(root, 'package.json'))('uuid').v7
const { rendererVersion, toHtml } = await import(join(root, 'server/text/markdown.ts'))

/** The peer with our schema has a resolver for `look`, an earlier name of `customStyles`, which nobody asks for here. */
function withLook() {
  const folder = mkdtempSync(join(tmpdir(), 'perfkit-schema-'))
  const sdl = readFileSync(join(root, 'schema.graphql'), 'utf8')
  writeFileSync(join(folder, 'schema.graphql'), sdl.replace('customStyles: ', 'look: CustomStyles!\n  $&'))
  return folder
}

const plain = /^[A-Za-z0-9 .,]+$/
const rendered = new Map()

/**
 * A text as HTML, which the product has stored: everybody else renders one with a special character once and keeps it.
 * None of a customer's that are measured would look different if the team had written it.
 */
export function html(text) {
  if (plain.test(text)) return `<p>${text}</p>`
  if (!rendered.has(text)) rendered.set(text, toHtml(text, 'team'))
  return rendered.get(text)
}

const encoded = (text) => Buffer.from(text).toString('base64url')
export const gid = (type, id) => encoded(`${type}:${id}`)
export const idOf = (id) => Buffer.from(id, 'base64url').toString().split(':')[1]
/** '2026-01-02 03:04:05.6+00' as ISO 8601. */
export const iso = (time) =>
  `${time.slice(0, 10)}T${time.slice(11, 19)}.${time.slice(20, -3).padEnd(3, '0')}Z`
export const ticketCursor = ({ id, lastActivityAt }) =>
  encoded(JSON.stringify([Date.parse(iso(lastActivityAt)), id]))
export const messageCursor = (ticketId, position) => encoded(JSON.stringify([ticketId, Number(position)]))

/** Values come as the text that PostgreSQL sends, unless a peer parses them. */
export function newPool(types = { getTypeParser: () => (value) => value }) {
  const connectionString = process.env.DATABASE_URL
  const options = '-c timezone=UTC'
  const pool = new pg.Pool({ connectionString, max: 10, idleTimeoutMillis: 0, types, options })
  return pool.on('error', () => {})
}

export const ticketRow = (t) => ({
  id: gid('Ticket', t.id),
  number: Number(t.number),
  subject: t.subject,
  status: t.status,
  categoryName: t.categoryName,
  preview: t.preview,
  messageCount: Number(t.messageCount),
  unreadCount: Number(t.unread),
  createdAt: iso(t.createdAt),
  lastActivityAt: iso(t.lastActivityAt),
})

export const consoleRow = (t) => ({
  ...ticketRow(t),
  category: t.categoryId ? { id: gid('Category', t.categoryId) } : null,
  assignee: t.assigneeId ? { id: gid('Operator', t.assigneeId), name: t.assigneeName } : null,
  customer: { id: gid('Customer', t.customerId), name: t.nickname ?? t.email, email: t.email },
})

export function messageRow(m) {
  const type = m.customerId ? 'Customer' : m.operatorId ? 'Operator' : 'Integration'
  const id = gid(type, m.customerId ?? m.operatorId ?? m.apiKeyId)
  return {
    id: gid('Message', m.id),
    position: Number(m.position),
    body: m.body,
    bodyHtml: html(m.body),
    quotedText: m.quotedText,
    via: m.via,
    createdAt: iso(m.createdAt),
    author: { __typename: type, id, name: m.authorName },
  }
}

/** Statements give one row more than a page holds. */
export function page(rows, size, toNode) {
  const shown = rows.slice(0, size)
  const endCursor = shown.length > 0 ? ticketCursor(shown.at(-1)) : ''
  return {
    edges: shown.map((row) => ({ node: toNode(row) })),
    pageInfo: { hasNextPage: rows.length > size, endCursor },
  }
}

const ticket = `t."id", t."number", t."subject", t."status", t."categoryId", t."categoryName", t."customerId",
  t."assigneeId", t."messageCount", t."preview", t."createdAt", t."lastActivityAt"`
const unread = 't."messageCount" - t."customerReadPosition" AS unread'
const visible = `t."id" = $1 AND (t."customerId" = $2
  OR EXISTS (SELECT FROM "Participant" p WHERE p."ticketId" = t."id" AND p."email" = $3))`
const page26 = 'ORDER BY t."lastActivityAt" DESC, t."id" DESC LIMIT 26'
const own = (where = '') => `SELECT * FROM (
  (SELECT ${ticket}, ${unread} FROM "Ticket" t WHERE t."customerId" = $1 ${where} ${page26})
  UNION ALL (SELECT ${ticket}, t."messageCount" - p."readPosition"
    FROM "Participant" p JOIN "Ticket" t ON t."id" = p."ticketId"
    WHERE p."websiteId" = $2 AND p."email" = $3 AND t."customerId" <> $1 ${where} ${page26})) t ${page26}`
const inbox = (where) => `SELECT ${ticket}, t."messageCount" - t."teamReadPosition" AS unread,
    o."name" AS "assigneeName", c."nickname", c."email"
  FROM (SELECT * FROM "Ticket" t WHERE t."websiteId" = $1 AND ${where} ${page26}) t
  LEFT JOIN "Operator" o ON o."id" = t."assigneeId" JOIN "Customer" c ON c."id" = t."customerId" ${page26}`
const isOpen = `t."status" = 'OPEN'`
const counted = (condition) =>
  `SELECT count(*) AS n FROM "Ticket" t WHERE t."websiteId" = $1 AND ${condition}`
const openCount = counted(isOpen)
const unreadCount = counted('t."messageCount" > t."teamReadPosition"')

const now = "date_trunc('milliseconds', now())"
const answer = `UPDATE "Ticket" t SET "status" = 'OPEN', "solvedByTeamAt" = NULL, "messageCount" = "messageCount" + 1,
    "preview" = $3, "lastActivityAt" = ${now}, "customerReadPosition" = "messageCount" + 1, "updatedAt" = now()
  WHERE t."id" = $1 AND t."customerId" = $2 RETURNING `
const insertTicket = `INSERT INTO "Ticket" AS t ("id", "websiteId", "number", "subject", "status", "categoryId", "categoryName",
  "customerId", "messageCount", "preview", "customerReadPosition", "createdAt", "lastActivityAt", "historyFilled")`
const insertMessage = `INSERT INTO "Message" ("id", "ticketId", "position", "body", "customerId", "createdAt", "bodyHtml",
  "rendererVersion", "via", "words")`
const paragraph = (text) => `'<p>' || ${text} || '</p>', ${rendererVersion}, 'TICKET_CENTER', '{}'::text[]`
const nextNumber =
  'UPDATE "Website" SET "ticketCount" = "ticketCount" + 1 WHERE "id" = $1 RETURNING "ticketCount"'

/** What a message makes due, after the rows `t` and `m`: events, their job, a wake-up. Positions are beyond the product's own. */
const due = (types) => `e AS (
    INSERT INTO "TicketEvent" ("id", "websiteId", "ticketId", "type", "customerId", "data", "createdAt", "sequence", "position")
    SELECT gen_random_uuid(), t."websiteId", t."id", type, t."customerId", CASE type WHEN 'MESSAGE_POSTED'
      THEN jsonb_build_object('messageId', m."id") ELSE '{}' END, t."lastActivityAt", sequence, -sequence
    FROM t, m, (SELECT unnest('{${types}}'::text[]) AS type, nextval('"TicketEvent_sequence_seq"') AS sequence) s RETURNING "id"),
  j AS (INSERT INTO pgboss.job_common ("name", "data", "policy", "retry_limit", "retry_delay", "retry_backoff",
      "expire_seconds", "deletion_seconds", "keep_until")
    SELECT 'ticket-events', jsonb_build_object('eventIds', jsonb_agg("id")), 'standard', 1000, 5, true, 900, 3600,
      now() + interval '365 days' FROM e)
  SELECT t.*, coalesce(c."nickname", c."email") AS "authorName", pg_notify('limit',
    '{"version":1,"from":"limit","wakes":[{"topics":["ticket:' || t."id" || '"]}]}')
  FROM t JOIN "Customer" c ON c."id" = t."customerId"`

/** Rows beside those of tickets, in their columns. */
const beside = (kind, fields, from) =>
  `UNION ALL (SELECT '${kind}', "id"::text, NULL, ${fields}, NULL, NULL, NULL, NULL, NULL, NULL FROM ${from})`

export const sql = {
  viewer: 'SELECT "id", "email", "nickname" FROM "Customer" WHERE "id" = $1',
  website: 'SELECT "id", "name" FROM "Website" WHERE "id" = $1',
  own: own(),
  ownSearch: own(`AND (t."subject" ILIKE $4
    OR EXISTS (SELECT FROM "Message" m WHERE m."ticketId" = t."id" AND m."body" ILIKE $4))`),
  /** All that W1 answers, by one statement. */
  first: `SELECT 't' AS k, "id"::text, "number"::text AS n, "subject" AS a, "status"::text AS b, "categoryName" AS c,
      "preview" AS d, "messageCount"::text AS e, unread::text AS f, "createdAt"::text AS g, "lastActivityAt"::text AS h
    FROM (${own()}) t
    ${beside('v', '"email", "nickname"', '"Customer" WHERE "id" = $1')}
    ${beside('w', '"name", NULL', '"Website" WHERE "id" = $2')}
    ${beside('c', '"name", NULL', '"Category" WHERE "websiteId" = $2 ORDER BY "position", "id"')}
    ${beside('f', '"question", "answer"', '"Faq" WHERE "websiteId" = $2 ORDER BY "position", "id"')}`,
  ticket: `SELECT ${ticket}, ${unread}, c."nickname", c."email"
    FROM "Ticket" t JOIN "Customer" c ON c."id" = t."customerId" WHERE ${visible}`,
  /** All that W2 answers: the ticket's row, those of its participants and its messages, in the columns of a message. */
  conversation: `WITH t AS MATERIALIZED (SELECT ${ticket}, ${unread} FROM "Ticket" t WHERE ${visible})
    SELECT 't' AS k, t."id"::text, t."number"::text AS "position", t."subject" AS body, t."preview" AS "quotedText",
      t."status"::text AS via, t."createdAt"::text AS "createdAt", t."customerId"::text AS "customerId",
      t."categoryName" AS "operatorId", t."messageCount"::text AS "apiKeyId", coalesce(c."nickname", c."email") AS "authorName",
      t.unread::text AS x, t."lastActivityAt"::text AS y FROM t JOIN "Customer" c ON c."id" = t."customerId"
    UNION ALL (SELECT 'p', NULL, NULL, "email", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM "Participant" WHERE "ticketId" = (SELECT "id" FROM t) ORDER BY "addedAt", "email")
    UNION ALL (SELECT 'm', m."id"::text, m."position"::text, m."body", m."quotedText", m."via"::text, m."createdAt"::text,
        m."customerId"::text, m."operatorId"::text, m."apiKeyId"::text, coalesce(c."nickname", c."email", o."name", a."name"), NULL, NULL
      FROM (SELECT * FROM "Message" WHERE "ticketId" = (SELECT "id" FROM t) ORDER BY "position" DESC LIMIT 51) m
      LEFT JOIN "Customer" c ON c."id" = m."customerId" LEFT JOIN "Operator" o ON o."id" = m."operatorId"
      LEFT JOIN "ApiKey" a ON a."id" = m."apiKeyId" ORDER BY m."position" DESC)`,
  inbox: `SELECT p.*, (${openCount}) AS open, (${unreadCount}) AS unreadtickets FROM (${inbox(isOpen)}) p`,
  inboxPage: inbox(isOpen),
  openCount,
  unreadCount,
  teamSearch: inbox(`(t."subject" ILIKE $2
    OR t."id" IN (SELECT m."ticketId" FROM "Message" m JOIN "Ticket" o ON o."id" = m."ticketId" AND o."websiteId" = $1
      WHERE m."body" ILIKE $2)
    OR t."customerId" IN (SELECT "id" FROM "Customer" WHERE "websiteId" = $1 AND ("email" ILIKE $2 OR "nickname" ILIKE $2)))`),
  reply: `WITH t AS (${answer} t.*), m AS (${insertMessage}
      SELECT $4, "id", "messageCount", $5, "customerId", "lastActivityAt", ${paragraph('$5')} FROM t RETURNING "id"),
    ${due('MESSAGE_POSTED')}`,
  open: `WITH w AS (${nextNumber}), t AS (${insertTicket}
      SELECT $3, $1, "ticketCount", $4, 'OPEN', c."id", c."name", $2, 1, $6, 1, ${now}, ${now}, true
      FROM w, "Category" c WHERE c."id" = $7 AND c."websiteId" = $1 RETURNING *),
    m AS (${insertMessage} SELECT $8, "id", 1, $5, "customerId", "createdAt", ${paragraph('$5')} FROM t RETURNING "id"),
    ${due('TICKET_OPENED,MESSAGE_POSTED')}`,
  lock: `${answer} ${ticket}`,
  insertMessage: `${insertMessage} VALUES ($1, $2, $3, $4, $5, $6, ${paragraph('$4')})`,
  nextNumber,
  category: 'SELECT "id", "name" FROM "Category" WHERE "id" = $1 AND "websiteId" = $2',
  insertTicket: `${insertTicket} VALUES ($1, $2, $3, $4, 'OPEN', $5, $6, $7, 1, $8, 1, ${now}, ${now}, true) RETURNING ${ticket}`,
}
