// Answers new tickets by keyword; the team gets all others, with a note. Its place in the log is in the file PLACE.
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const { API = 'http://localhost:4000/graphql', KEY, PLACE = 'bot.place' } = process.env
const answers = [
  [/password|log ?in/i, 'Choose **Forgot password** on the sign-in page. Did that help?'],
  [/invoice|receipt/i, 'Your invoices are under **Account → Billing**. Did that help?'],
]
const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
async function ask(query, variables) {
  const response = await fetch(API, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors[0].message)
  return data
}
const opened = `query ($after: String) { events(after: $after, first: 50, types: [TICKET_OPENED]) { edges { node { id
  ticket { id status messages(first: 1) { edges { node { body } } } } } } pageInfo { endCursor } } }`
const write = (name) => `mutation ($input: ${name[0].toUpperCase() + name.slice(1)}Input!) {
  ${name}(input: $input) { ... on UserError { message } } }`
for (let after = readFileSync(PLACE, 'utf8'); ; await sleep(1_000), writeFileSync(PLACE, after)) {
  const { events } = await ask(opened, { after })
  for (const { id: idempotencyKey, ticket } of events.edges.map(({ node }) => node)) {
    const answer = answers.find(([words]) => words.test(ticket.messages.edges[0].node.body))?.[1]
    const input = { ticketId: ticket.id, body: answer ?? 'The bot has no answer.', idempotencyKey }
    if (ticket.status === 'OPEN') await ask(write(answer ? 'reply' : 'addNote'), { input })
  }
  after = events.pageInfo.endCursor
}
