import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { afterAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { createTestWebsite } from '../support/website.ts'
import { possibleTypes } from './introspection.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const socket = apiClient(origin, token).socket()
afterAll(() => socket.dispose())

const http = new HttpLink({ uri: `${origin}/graphql`, headers: { authorization: `Bearer ${token}` } })
const client = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    http,
  ),
  cache: new InMemoryCache({ possibleTypes: await possibleTypes(origin) }),
})
const openTicket = gql`
  mutation ($input: OpenTicketInput!) {
    openTicket(input: $input) {
      ... on OpenTicketPayload { ticket { id subject status messageCount } }
      ... on UserError { message }
    }
  }`
const ticketQuery = gql`query ($id: ID!) { ticket(id: $id) { id subject status messageCount } }`

async function open() {
  const { data } = await client.mutate<{ openTicket: { ticket: { id: string } } }>({
    mutation: openTicket,
    variables: { input: { subject: 'Oven', body: 'It stays cold' } },
  })
  return data?.openTicket.ticket.id ?? ''
}

test('Apollo Client reads a ticket that it has just opened from its cache', async () => {
  const id = await open()
  const { data } = await client.query({ query: ticketQuery, variables: { id }, fetchPolicy: 'cache-first' })
  expect(data).toMatchObject({ ticket: { id, subject: 'Oven', status: 'OPEN', messageCount: 1 } })
  expect(client.cache.extract()).toHaveProperty(`Ticket:${id}`)
})

test('Apollo Client updates what it shows when a subscription brings a change', async () => {
  const id = await open()
  const shown = Promise.withResolvers<void>()
  const watched = client.watchQuery<{ ticket: { status: string } }>({ query: ticketQuery, variables: { id } })
  const changes = client.subscribe({
    query: gql`subscription { ticketChanged(after: "") { ticket { id status messageCount } } }`,
  })
  const subscriptions = [
    watched.subscribe(({ data }) => data?.ticket?.status === 'SOLVED' && shown.resolve()),
    changes.subscribe({ error: shown.reject }),
  ]
  await website.key.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  await shown.promise
  for (const subscription of subscriptions) subscription.unsubscribe()
})

test('Apollo Client gets a refused input as data, and a malformed operation as an error with its code', async () => {
  const { data } = await client.mutate({
    mutation: openTicket,
    variables: { input: { subject: '', body: 'It stays cold' } },
  })
  expect(data).toMatchObject({ openTicket: { __typename: 'InvalidInput', message: expect.any(String) } })
  const { error } = await client.query({ query: gql`{ nothing }`, errorPolicy: 'all' })
  expect(error).toBeInstanceOf(CombinedGraphQLErrors)
  expect((error as CombinedGraphQLErrors).errors[0]?.extensions).toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
  })
})
