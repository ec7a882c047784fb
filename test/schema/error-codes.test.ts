import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { load } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const socket = await openSocket(origin)
await socket.init(token)
let operations = 0

const senders = {
  HTTP: (query: string, variables: Record<string, unknown>) =>
    apiClient(origin, token).send(query, variables),
  WebSocket: (query: string, variables: Record<string, unknown>) => {
    operations += 1
    return socket.ask(String(operations), query, variables)
  },
}

const mistakes: [code: string, name: string, query: string, variables?: Record<string, unknown>][] = [
  ['GRAPHQL_PARSE_FAILED', 'no GraphQL', 'tickets'],
  ['GRAPHQL_PARSE_FAILED', 'an unfinished operation', '{ viewer {'],
  ['GRAPHQL_VALIDATION_FAILED', 'an unknown field', '{ nothing }'],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'an unknown enum value',
    '{ tickets(filter: { statuses: [CLOSED] }) { totalCount } }',
  ],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'an unknown input field',
    'mutation { reply(input: { ticketId: "x", body: "x", author: "x" }) { __typename } }',
  ],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'a subscription that may select nothing',
    'subscription { websiteChanged @skip(if: true) { id } }',
  ],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'a subscription that a variable decides on',
    'subscription ($if: Boolean!) { ...a } fragment a on Subscription { ... @include(if: $if) { websiteChanged { id } } }',
    { if: true },
  ],
  ['GRAPHQL_VALIDATION_FAILED', 'an unsupported directive', '{ ... @defer { viewer { __typename } } }'],
  [
    'BAD_USER_INPUT',
    'a missing variable',
    'query ($number: Int!) { ticketByNumber(number: $number) { id } }',
  ],
  [
    'BAD_USER_INPUT',
    'a variable of another type',
    'query ($number: Int!) { ticketByNumber(number: $number) { id } }',
    { number: 'one' },
  ],
  [
    'BAD_USER_INPUT',
    'an unknown enum value in a variable',
    'query ($filter: TicketFilter) { tickets(filter: $filter) { totalCount } }',
    { filter: { statuses: ['CLOSED'] } },
  ],
  ['BAD_USER_INPUT', 'an id that was never given out', '{ node(id: "1") { id } }'],
  [
    'BAD_USER_INPUT',
    'operations without a name to choose by',
    'query A { __typename } query B { __typename }',
  ],
  [
    'FORBIDDEN',
    'a mutation of the team’s',
    'mutation { assignTicket(input: { ticketId: "x" }) { __typename } }',
  ],
  [
    'FORBIDDEN',
    'a mutation of the root key’s',
    'mutation { createWebsite(input: { name: "x" }) { __typename } }',
  ],
]

describe.for(Object.entries(senders))('over %s', ([, send]) => {
  test.for(mistakes)('the code is %s for %s', async ([code, , query, variables = {}]) => {
    const { data, errors } = await send(query, variables)
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([])
    const extensions = errors.map((error: { extensions: unknown }) => error.extensions)
    expect(extensions.length).toBeGreaterThan(0)
    expect(new Set(extensions.map((each: unknown) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ code })]),
    )
  })
})

describe('over HTTP', () => {
  test('the code is UNAUTHENTICATED without sign-in, and neighboring fields are answered', async () => {
    const { data, errors } = await apiClient(origin).send(
      '{ tickets { totalCount } viewer { __typename } __typename }',
    )
    expect(data).toEqual({ tickets: null, viewer: null, __typename: 'Query' })
    expect(errors?.map(({ extensions, path }) => [extensions, path])).toEqual([
      [{ code: 'UNAUTHENTICATED' }, ['tickets']],
    ])
  })

  test('the SDL is served', async () => {
    const { status, body } = await load(`${origin}/schema.graphql`)
    expect([status, body]).toEqual([200, (await import('../../server/print-schema.ts')).sdl])
  })
})
