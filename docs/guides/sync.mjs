// Mirrors all tickets and messages into the SQLite database FILE. Whatever is killed, it goes on from the last page.
import { DatabaseSync } from 'node:sqlite'

const { API = 'http://localhost:4000/graphql', KEY, FILE = 'tickets.sqlite' } = process.env
const db = new DatabaseSync(FILE, { timeout: 10_000 })
db.exec(`CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, number INT, status TEXT, json TEXT);
  CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, ticketId TEXT, position INT, json TEXT);
  CREATE TABLE IF NOT EXISTS place (id INT PRIMARY KEY, cursor TEXT)`)
const put = (table, ...values) =>
  db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${values.map(() => '?')})`).run(...values)
const query = `query ($after: String) { events(after: $after, first: 100) { edges { node {
  ticket { id number subject status categoryName updatedAt customer { email } assignee { name } }
  ... on MessagePosted { newMessage { id position body via createdAt author { __typename } } } } }
  pageInfo { endCursor hasNextPage } } }`
const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
for (let more = true; ; await new Promise((next) => setTimeout(next, more ? 0 : 1_000))) {
  const after = db.prepare('SELECT cursor FROM place').get()?.cursor ?? ''
  const request = { method: 'POST', headers, body: JSON.stringify({ query, variables: { after } }) }
  const answer = fetch(API, request).then((response) => response.json())
  const { data, errors } = await answer.catch((error) => ({ errors: [error] }))
  if (errors) console.error(errors[0].message)
  db.exec('BEGIN')
  for (const { ticket, newMessage } of data?.events?.edges.map(({ node }) => node) ?? []) {
    if (ticket) put('tickets', ticket.id, ticket.number, ticket.status, JSON.stringify(ticket))
    if (newMessage) put('messages', newMessage.id, ticket.id, newMessage.position, JSON.stringify(newMessage))
  }
  if (data?.events) put('place', 1, data.events.pageInfo.endCursor)
  db.exec('COMMIT')
  more = data?.events?.pageInfo.hasNextPage
}
