import { Client, cacheExchange as documentCache, fetchExchange, gql, subscriptionExchange } from '@urql/core'
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache'
import { afterAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'
import { introspect } from './introspection.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const socket = apiClient(origin, token).socket()
afterAll(() => socket.dispose())

const schema = (await introspect(origin)) as CacheExchangeOpts['schema']
const warnings: string[] = []
const options = {
  url: `${origin}/graphql`,
  fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  preferGetMethod: false,
}
const live = subscriptionExchange({
  forwardSubscription: ({ query = '', variables = {} }) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink as never) }),
  }),
})
const withGraphcache = new Client({
  ...options,
  exchanges: [
    cacheExchange({ schema, logger: (_severity, text) => warnings.push(text) }),
    fetchExchange,
    live,
  ],
})
const ticketQuery = gql`query ($id: ID!) { ticket(id: $id) { id subject status } }`
const openTicket = gql`
  mutation ($input: OpenTicketInput!) {
    openTicket(input: $input) {
      __typename
      ... on OpenTicketPayload { ticket { id subject status } }
      ... on InvalidInput { issues { path message } }
    }
  }`
const input = { subject: 'Oven', body: 'It stays cold' }

test('Graphcache, with the schema, keeps a ticket and takes its change from a subscription', async () => {
  const { data } = await withGraphcache.mutation(openTicket, { input })
  const { id } = data.openTicket.ticket
  const shown = Promise.withResolvers<void>()
  const subscriptions = [
    withGraphcache
      .query(ticketQuery, { id })
      .subscribe(({ data }) => data?.ticket.status === 'SOLVED' && shown.resolve()),
    withGraphcache
      .subscription(gql`subscription { ticketChanged(after: "") { ticketId ticket { id status } } }`, {})
      .subscribe(({ error }) => error && shown.reject(error)),
  ]
  await website.key.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  await shown.promise
  for (const { unsubscribe } of subscriptions) unsubscribe()
  const cached = await withGraphcache.query(ticketQuery, { id }, { requestPolicy: 'cache-only' })
  expect(cached.data.ticket).toMatchObject({ id, subject: 'Oven', status: 'SOLVED' })
})

test('urql’s document cache asks again after a mutation whose result is a union', async () => {
  const client = new Client({ ...options, preferGetMethod: true, exchanges: [documentCache, fetchExchange] })
  const counts: number[] = []
  const changed = Promise.withResolvers<void>()
  const { unsubscribe } = client
    .query(gql`{ tickets { totalCount edges { node { id } } } }`, {})
    .subscribe(({ data }) => {
      counts.push(data.tickets.totalCount)
      if (counts.length > 1 && counts[0] !== counts.at(-1)) changed.resolve()
      else if (counts.length === 1) void client.mutation(openTicket, { input }).toPromise()
    })
  await changed.promise
  unsubscribe()
  expect((counts.at(-1) ?? 0) - (counts[0] ?? 0)).toBe(1)
})
