import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'

const { origin, rootKey } = await startApp()
const { website, callers, newTicket } = await everyCaller(origin, rootKey)
const ticket = await newTicket()

test('a key without the right to read tickets gets no customer, and none through one', async () => {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Customer { tickets { edges { node { subject } } } } } }'
  expect(await callers.bareKey.ask(query, { id: ticket.customer.id })).toEqual({ node: null })
  const { node } = await callers.reader.ask(query, { id: ticket.customer.id })
  expect(node.tickets.edges.length).toBeGreaterThan(0)
})

test('a key without the right to read settings learns which scope it lacks', async () => {
  const { data, errors } = await callers.writer.send('{ website { websiteId settings { headHtml } } }')
  expect(data).toEqual({ website: { websiteId: website.websiteId, settings: null } })
  expect(errors).toMatchObject([
    { path: ['website', 'settings'], extensions: { code: 'FORBIDDEN', missingScopes: ['SETTINGS_READ'] } },
  ])
  for (const person of [callers.owner, callers.agent]) {
    expect(await person.ask('{ website { settings { headHtml } } }')).toEqual({ website: { settings: null } })
  }
})

test('a key without the right to read tickets gets no message by its id', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Message { body } } }'
  expect(await callers.bareKey.ask(query, { id: ticket.lastMessage.id })).toEqual({ node: null })
  expect(await callers.reader.ask(query, { id: ticket.lastMessage.id })).toEqual({
    node: { body: 'Please' },
  })
})
