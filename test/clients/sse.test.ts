import { createClient } from 'graphql-sse'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const url = `${origin}/graphql`
const headers = { authorization: `Bearer ${jane.token}` }

test('graphql-sse gets live messages, each subscription in a request of its own', async () => {
  const opened = await jane.run('openTicket', { subject: 'Oven', body: 'Cold' }, 'ticket { id }')
  const ticketId = opened.ticket.id
  const client = createClient({ url, headers })
  const query = `subscription { messageAdded(ticketId: "${ticketId}", after: 0) { position body } }`
  const messages = client.iterate<{ messageAdded: { body: string } }>({ query })
  const next = async () => (await messages.next()).value?.data?.messageAdded.body
  expect(await next()).toBe('Cold')
  await website.key.run('reply', { ticketId, body: 'Press the button' }, '__typename')
  expect(await next()).toBe('Press the button')
  client.dispose()
})

test('graphql-sse in the mode of one connection, which we do not offer, is refused', async () => {
  const client = createClient({ url, headers, singleConnection: true, retryAttempts: 0 })
  const outcome = client.iterate({ query: '{ viewer { __typename } }' }).next()
  await expect(outcome).rejects.toThrow(/405/)
})
