import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { key } = await createTestWebsite(origin, rootKey)

test.for([
  'ticketByNumber(number: 1) { messages(first: 2) { pageInfo { hasNextPage } } }',
  'ticketByNumber(number: 1) { messages(first: 2) { __typename } }',
  'ticketByNumber(number: 1) { messages(first: 2) { edges { node { __typename } } } }',
  'tickets { edges { node { lastMessage { ticket { messages(first: 2) { pageInfo { hasNextPage } } } } } } }',
  'tickets { edges { node { lastMessage { ticket { messages(first: 2) { edges { cursor } } } } } } }',
  'tickets(first: 1) { pageInfo { hasNextPage } }',
  'ticketByNumber(number: 1) { events(first: 1) { pageInfo { hasNextPage } } }',
  'ticketByNumber(number: 1) { customer { tickets(first: 1) { pageInfo { hasNextPage } } } }',
  'events(first: 1) { pageInfo { hasNextPage } }',
  'website { settings { auditEvents(first: 1) { pageInfo { hasNextPage } } } }',
])('a page needs no field of its items: %s', async (field) => {
  const input = { subject: 'Help', body: '1', customerEmail: 'jane@example.com' }
  await key.run('openTicket', input, '__typename')
  expect((await key.send(`{ ${field} }`)).errors).toBeUndefined()
})
