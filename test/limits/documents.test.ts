import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startApp } from '../support/app.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
// One for all tests: none may close it.
const socket = await openSocket(origin)
await socket.init(token)

type Variables = Record<string, unknown>

async function byHttp(query: string, variables: Variables) {
  const body = JSON.stringify({ query, variables })
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
  expect(response.status === 200 || response.status === 400).toBe(true)
  return response.text()
}

let operations = 0
async function bySocket(query: string, variables: Variables) {
  operations += 1
  return JSON.stringify(await socket.ask(String(operations), query, variables))
}

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')
const doubling = `{ ...f0 } ${repeat(25, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f25 on Query { __typename }`
const nested = (depth: number): string =>
  depth === 0 ? 'id' : `lastMessage { ticket { ${nested(depth - 1)} } }`
const pages =
  'query ($first: Int) { tickets(first: $first) { edges { node { messages(first: $first) { edges { node { position body via } } } } } } }'

const byIds = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
const ids = (count: number) => Array(count).fill(encodeGlobalID('Ticket', randomUUID()))
const list = `{ tickets(first: 100) { totalCount unreadCount edges { cursor node {
  id number subject status preview messageCount unreadCount lastActivityAt
  category { name } assignee { name } customer { name email } participants { email }
} } pageInfo { endCursor } } }`

const refused: [name: string, code: string, query: string, variables?: Variables][] = [
  ['20,000 braces', 'GRAPHQL_PARSE_FAILED', '{'.repeat(20_000)],
  ['5,000 braces with names', 'GRAPHQL_PARSE_FAILED', '{a'.repeat(5_000)],
  ['20,000 brackets', 'GRAPHQL_PARSE_FAILED', `{ ticket(id: ${'['.repeat(19_000)}) }`],
  [
    '2,000 brackets in a variable',
    'BAD_USER_INPUT',
    'query ($id: ID!) { ticket(id: $id) { id } }',
    { id: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) },
  ],
  ['fragments that double 25 times', 'QUERY_TOO_COMPLEX', doubling],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
  ],
  ['3,000 aliases', 'GRAPHQL_PARSE_FAILED', `{ ${repeat(3_000, (index) => `a${index}:__typename`)} }`],
  ['5,000 times one field', 'GRAPHQL_PARSE_FAILED', `{ ${'id '.repeat(5_000)} }`],
  ['900 unknown fields', 'GRAPHQL_VALIDATION_FAILED', `{ ${repeat(900, (index) => `a${index}`)} }`],
  ['2,000 directives', 'GRAPHQL_PARSE_FAILED', `{ __typename ${repeat(2_000, (index) => `@d${index}`)} }`],
  [
    '400 unknown directives',
    'GRAPHQL_VALIDATION_FAILED',
    `{ __typename ${repeat(400, (index) => `@d${index}`)} }`,
  ],
  ['9,000 comments', 'GRAPHQL_PARSE_FAILED', `${'#\n'.repeat(9_000)}{ __typename }`],
  ['50,000 commas', 'GRAPHQL_PARSE_FAILED', `${','.repeat(50_000)}{ __typename }`],
  [
    'deep introspection',
    'GRAPHQL_VALIDATION_FAILED',
    `{ __schema { types ${repeat(9, () => '{ fields { type')} { name ${'}'.repeat(20)} }`,
  ],
  ['a depth of 15', 'QUERY_TOO_COMPLEX', `{ tickets(first: 1) { edges { node { ${nested(6)} } } } }`],
  [
    '450 fields beside each other',
    'QUERY_TOO_COMPLEX',
    `{ website { ${'...f '.repeat(5)} } } fragment f on Website { ${repeat(90, (index) => `a${index}: id`)} }`,
  ],
  ['pages in pages', 'QUERY_TOO_COMPLEX', pages.replace('($first: Int)', '').replaceAll('$first', '100')],
  ['pages in pages, by a variable', 'QUERY_TOO_COMPLEX', pages, { first: 100 }],
  ['pages in pages, by a default', 'QUERY_TOO_COMPLEX', pages.replace('$first: Int', '$first: Int = 100')],
  ['a page of 101', 'BAD_USER_INPUT', '{ tickets(first: 101) { totalCount } }'],
  ['a last page of 101', 'BAD_USER_INPUT', '{ tickets(last: 101) { totalCount } }'],
  [
    'a page of 101, by a variable',
    'BAD_USER_INPUT',
    'query ($first: Int) { tickets(first: $first) { totalCount } }',
    { first: 101 },
  ],
  ['a page of -1', 'BAD_USER_INPUT', '{ tickets(first: -1) { totalCount } }'],
  ['a page from both ends', 'BAD_USER_INPUT', '{ tickets(first: 1, last: 1) { totalCount } }'],
  ['101 ids', 'BAD_USER_INPUT', byIds, { ids: ids(101) }],
  ['a cursor of another list', 'BAD_USER_INPUT', '{ tickets(after: "MQ") { totalCount } }'],
]

describe.for([
  ['HTTP', byHttp],
  ['WebSocket', bySocket],
] as const)('over %s', ([, send]) => {
  test.for(refused)('%s are refused in few words, with %s', async ([, code, query, variables = {}]) => {
    const text = await send(query, variables)
    expect(text.length).toBeLessThan(2_000)
    const { data, errors } = JSON.parse(text)
    expect(errors.map((error: { extensions: object }) => error.extensions)).toEqual(
      expect.arrayContaining([expect.objectContaining({ code })]),
    )
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([])
  })

  test.for<[string, string, Variables?]>([
    ['a hundred tickets, as a list shows them,', list],
    ['25 tickets with 25 messages each', pages, { first: 25 }],
    ['a hundred ids', byIds, { ids: ids(100) }],
    [
      'the parts of the schema',
      '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
    ],
  ])('%s are allowed', async ([, query, variables = {}]) => {
    expect(JSON.parse(await send(query, variables)).errors).toBeUndefined()
  })
})
