import { ClientError, GraphQLClient, gql } from 'graphql-request'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const client = new GraphQLClient(`${origin}/graphql`, {
  headers: { authorization: `Bearer ${website.apiKey}` },
})

test('graphql-request reads and writes with a key', async () => {
  const input = { subject: 'Oven', body: 'Cold', customerEmail: 'jane@example.com' }
  const opened = await client.request<{ openTicket: { ticket: { number: number } } }>(
    gql`mutation ($input: OpenTicketInput!) {
      openTicket(input: $input) { ... on OpenTicketPayload { ticket { number } } }
    }`,
    { input },
  )
  expect(opened.openTicket.ticket.number).toBe(1)
  const read = await client.request(gql`{ tickets { totalCount } }`)
  expect(read).toEqual({ tickets: { totalCount: 1 } })
})

test('graphql-request sees the code of an error', async () => {
  const stranger = new GraphQLClient(`${origin}/graphql`)
  const error = await stranger.request(gql`{ tickets { totalCount } }`).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ClientError)
  expect((error as ClientError).response.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
})

test('graphql-request’s batches are refused', async () => {
  const batch = client.batchRequests([{ document: '{ __typename }' }, { document: '{ __typename }' }])
  await expect(batch).rejects.toMatchObject({ response: { status: 400 } })
})
