// Takes out of the copy of sync.mjs what was erased or deleted. Run it daily; sync.mjs may go on meanwhile.
import { DatabaseSync } from 'node:sqlite'

const { API = 'http://localhost:4000/graphql', KEY, FILE = 'tickets.sqlite' } = process.env
const db = new DatabaseSync(FILE, { timeout: 10_000 })
// When each ticket had last changed when it was read here: sync.mjs reads changed tickets, but not their old messages.
db.exec('CREATE TABLE IF NOT EXISTS checked (id TEXT PRIMARY KEY, at TEXT)')
const fields = 'id number subject status categoryName updatedAt customer { email } assignee { name }'
const message = 'id position body via createdAt author { __typename }'
const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
const list = `query ($after: String) { page: tickets(orderBy: UPDATED_OLDEST, first: 100, after: $after) {
  edges { node { ${fields} } } pageInfo { endCursor hasNextPage } } }`
const messages = `query ($id: ID!, $after: String) { ticket(id: $id) { page: messages(first: 100, after: $after) {
  edges { node { ${message} } } pageInfo { endCursor hasNextPage } } } }`
async function* all(query, variables = {}) {
  for (let page = { pageInfo: { hasNextPage: true } }; page.pageInfo.hasNextPage; ) {
    const body = JSON.stringify({ query, variables: { ...variables, after: page.pageInfo.endCursor } })
    const { data, errors } = await (await fetch(API, { method: 'POST', headers, body })).json()
    if (errors) throw new Error(errors[0].message)
    page = data.page ?? data.ticket.page
    yield* page.edges.map(({ node }) => node)
  }
}
// Whatever is in the copy before the server is asked, and not on the server, was deleted.
const known = new Map(
  db
    .prepare('SELECT tickets.id, at FROM tickets LEFT JOIN checked ON checked.id = tickets.id')
    .all()
    .map(({ id, at }) => [id, at]),
)
for await (const ticket of all(list)) {
  const hasChanged = known.has(ticket.id) && known.get(ticket.id) !== ticket.updatedAt
  known.delete(ticket.id)
  if (!hasChanged) continue
  for await (const { id, ...rest } of all(messages, { id: ticket.id }))
    db.prepare('UPDATE messages SET json = ? WHERE id = ?').run(JSON.stringify({ id, ...rest }), id)
  db.prepare('UPDATE tickets SET json = ? WHERE id = ?').run(JSON.stringify(ticket), ticket.id)
  db.prepare('INSERT OR REPLACE INTO checked VALUES (?, ?)').run(ticket.id, ticket.updatedAt)
}
for (const id of known.keys())
  for (const [table, column] of [
    ['messages', 'ticketId'],
    ['tickets', 'id'],
    ['checked', 'id'],
  ])
    db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(id)
