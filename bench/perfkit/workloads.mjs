// For perfkit: what is measured, which is the operations of the two apps as each server is asked for them.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { customerTokens, frameCall, operatorToken } from './product.mjs'
import { call, globalId } from './util.mjs'

/** The apps' operations by their names, each with its text and the id by which an app asks for it. */
function operationsOf(checkout) {
  const byId = JSON.parse(readFileSync(join(checkout, 'client/graphql/documents.json'), 'utf8'))
  return Object.fromEntries(
    Object.entries(byId).map(([id, text]) => [/^\w+ (\w+)/.exec(text)[1], { id, text }]),
  )
}

/** The others have no attachments, and no assignee in a conversation. */
const shared = (text) =>
  text
    .replace(/ *(?:attachments|assignee) \{[^}]*\}\n/g, '')
    .replace(/fragment AttachmentFields [^}]*\}\n*/, '')

export async function documents(checkout) {
  const all = operationsOf(checkout)
  const [fragments] = /^fragment.*/ms.exec(all.ConsoleTickets.text)
  const inbox = `query Inbox($filter: TicketFilter!) {
  page: tickets(first: 25, filter: $filter) { ...ConsoleTicketPage }
  open: tickets(first: 0, filter: {statuses: [OPEN]}) { totalCount }
  all: tickets(first: 0) { unreadCount }
}\n${fragments}`
  return {
    firstScreen: all.FirstScreen.text,
    conversation: shared(all.Conversation.text.replace('messages(last: 30)', 'messages(last: 50)')),
    reply: all.Reply.text,
    openTicket: all.OpenTicket.text,
    inbox,
    search: all.Tickets.text,
    teamSearch: all.ConsoleTickets.text,
    trusted: new Map(
      Object.entries(all).map(([operationName, { id, text }]) => [text, { documentId: id, operationName }]),
    ),
  }
}

// Tools that subscribe print the syntax trees of the apps' operations: operations.ts has their ids in place of them.
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/client/graphql/operations.ts')) return next(url, context)
    const all = operationsOf(new URL('../..', url).pathname)
    const trees = Object.entries(all).map(
      ([name, { text }]) => `export const ${name}Document = parse(${JSON.stringify(text)})`,
    )
    const graphql = import.meta.resolve('graphql')
    const source = [`import { parse } from '${graphql}'`, ...trees].join('\n')
    return { format: 'module', shortCircuit: true, source }
  },
})

/**
 * Customers to visit as: `each` of every website, of all sizes, with their first ticket, which has most messages, and
 * another one to write to.
 */
export async function visitors(url, websites, each) {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const lists = []
  for (const website of websites) {
    const { rows } = await db.query(
      `SELECT c."id", c."email", t.ids[1] AS ticket, t.ids[2] AS other,
         (SELECT "id" FROM "Category" WHERE "websiteId" = $1 AND "position" = 2) AS category
       FROM "Customer" c, LATERAL (SELECT array_agg("id" ORDER BY "number") AS ids FROM "Ticket" WHERE "customerId" = c."id") t
       WHERE c."websiteId" = $1 AND t.ids[2] IS NOT NULL ORDER BY md5(c."email") LIMIT $2`,
      [website.websiteId, each],
    )
    lists.push(rows.map((row) => ({ website, ...row })))
  }
  await db.end()
  // Websites in turn.
  return Array.from({ length: each }, (_, i) => lists.map((list) => list[i] ?? [])).flat(2)
}

const wordOf = (workload) => ({ rare: 'zeppelin', common: 'invoice' })[workload.split('-')[1]] ?? ''

/** For so few people answers are compared, not measured. */
const few = 8

/** A workload as a list of calls of one server: of the product; by GraphQL, or PostGraphile's; or by REST. */
export async function callsFor({ url, kind }, workload, people, docs, { slice } = {}) {
  const some = slice ? people.slice(0, slice) : people
  if (kind === 'product') return productCalls(url, workload, some, docs)
  return some.map((person) => {
    if (kind === 'rest') return rest(url, workload, person)
    const { id: customer, website, ticket } = person
    if (kind === 'postgraphile') {
      const variables = workload === 'W1' ? { customer, website: website.websiteId } : { ticket }
      return post(url, { query: postgraphile[workload], variables }, {})
    }
    const { query, variables } = operation(workload, person, docs)
    const headers = { 'x-customer': customer, 'x-website': website.websiteId }
    return post(url, { query: comparable(query), variables }, headers)
  })
}

async function productCalls(url, workload, people, docs) {
  if (workload === 'W0') return people.map(({ website, email }) => frameCall(url, website, email))
  const tokens = await tokensFor(url, workload, people)
  const origin = people.length > few ? url : await comparing(url)
  return people.map((person, i) => {
    const { query, variables } = operation(workload, person, docs)
    const asked = docs.trusted.get(query) ?? { query }
    return post(origin, { ...asked, variables }, { authorization: `Bearer ${tokens[i]}` })
  })
}

/**
 * Fields that only the product has: the place in its log of events, times of changes, drafts, custom fields, erased
 * customers, what its form and its list say about the team, and what an answer costs.
 */
const ownFields = [
  ...['changeCursor', 'updatedAt', 'solvedAt', 'teamReadAt', 'teamReadPosition', 'draft', 'extensions'],
  ...['typingEnabled', 'medianFirstReplySeconds', 'greeting', 'followUpAfterDays', 'officeHours'],
  ...['fields', 'erased'],
]

/** Of a query, without those fields: one with a selection ends at the brace that is indented as it is. */
const comparable = (query) =>
  query.replace(new RegExp(`^( *)(?:${ownFields.join('|')})(?: \\{\\n[^]*?^\\1\\})?\\n`, 'gm'), '')

/** Address of a server that passes calls on to the product, and leaves those fields out of its answers. */
async function comparing(origin) {
  const server = createServer(async (request, response) => {
    const { 'content-type': type, authorization } = request.headers
    const headers = { 'content-type': type, authorization }
    const body = await text(request)
    const answer = await call({ url: origin + request.url, method: 'POST', headers, body })
    const kept = JSON.parse(answer.text, (key, value) => (ownFields.includes(key) ? undefined : value))
    response.setHeader('connection', 'close').end(JSON.stringify(kept))
  })
  await once(server.listen(0, '127.0.0.1').unref(), 'listening')
  return `http://127.0.0.1:${server.address().port}`
}

/** Of the customers, or of an operator of their websites for what the team asks. */
async function tokensFor(url, workload, people) {
  if (workload !== 'W5' && !workload.startsWith('W6team')) return customerTokens(url, people)
  const websites = [...new Set(people.map(({ website }) => website))]
  const tokens = new Map()
  for (const one of websites) tokens.set(one, await operatorToken(url, one, 'operator2@acme.test'))
  return people.map(({ website }) => tokens.get(website))
}

const post = (origin, payload, headers) => ({
  url: `${origin}/graphql`,
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(payload),
})

const replied = { body: 'Thanks, that works now.' }
const opened = { subject: 'My invoice is wrong', body: 'It says 12, and should say 10.' }

/** What the product, and a peer with the same schema, is asked. */
export function operation(workload, { ticket, other, category }, docs) {
  const search = wordOf(workload)
  const all = {
    W1: [docs.firstScreen, {}],
    W2: [docs.conversation, { id: globalId('Ticket', ticket) }],
    W3: [docs.reply, { input: { ticketId: globalId('Ticket', other), ...replied } }],
    W5: [docs.inbox, { filter: { statuses: ['OPEN'] } }],
    W6own: [docs.search, { search }],
    W6team: [docs.teamSearch, { filter: { search } }],
    W7: [docs.openTicket, { input: { ...opened, categoryId: globalId('Category', category) } }],
  }
  const [query, variables] = all[workload.split('-')[0]]
  return { query, variables }
}

function rest(origin, workload, { id, email, website, ticket, other, category }) {
  const written = { W3: replied, W7: opened }[workload]
  const query = new URLSearchParams({
    ...{ customer: id, email, website: website.websiteId, category, word: wordOf(workload) },
    ticket: workload === 'W3' ? other : ticket,
  })
  const url = `${origin}/${workload.split('-')[0]}?${query}`
  const headers = { 'accept-encoding': 'gzip' }
  return written ? { ...post(origin, written, headers), url } : { url, headers }
}

/** The same fields in the shape of PostGraphile's own schema. */
const postgraphile = {
  W1: `query ($customer: UUID!, $website: UUID!) {
    viewer: customerByRowId(rowId: $customer) { rowId email nickname
      ticketsByCustomerId(first: 25, orderBy: [LAST_ACTIVITY_AT_DESC, ROW_ID_DESC]) {
        edges { node { rowId number subject status categoryName preview messageCount customerReadPosition
          createdAt lastActivityAt } } pageInfo { hasNextPage endCursor } } }
    website: websiteByRowId(rowId: $website) { rowId name
      categoriesByWebsiteId(orderBy: [POSITION_ASC]) { nodes { rowId name } }
      faqsByWebsiteId(orderBy: [POSITION_ASC]) { nodes { rowId question answerHtml } } } }`,
  W2: `query ($ticket: UUID!) { ticketByRowId(rowId: $ticket) {
    rowId number subject status categoryName preview messageCount customerReadPosition createdAt lastActivityAt
    customerByCustomerId { rowId nickname email }
    participantsByTicketId(orderBy: [ADDED_AT_ASC]) { nodes { email } }
    messagesByTicketId(last: 50, orderBy: [POSITION_ASC]) {
      edges { node { rowId position body bodyHtml quotedText via createdAt
        customerByCustomerId { rowId nickname email } operatorByOperatorId { rowId name }
        apiKeyByApiKeyId { rowId name } } } pageInfo { hasPreviousPage startCursor } } } }`,
}
