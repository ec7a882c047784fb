import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import * as adminOperations from '../../client/graphql/admin-operations.ts'
import texts from '../../client/graphql/documents.json' with { type: 'json' }
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { costOf } = await import('../../server/cost/operation-cost.ts')
const { db } = await import('../../server/database/db.ts')
const { rendererVersion } = await import('../../server/text/markdown.ts')
const { schema } = await import('../../server/schema.ts')
const website = await createTestWebsite(origin, rootKey)

/** A valid value of the type; pages as large as the apps request. */
function sampleOf(type: GraphQLInputType): unknown {
  const inner = isNonNullType(type) ? getNullableType(type) : type
  if (isListType(inner)) return []
  if (isEnumType(inner)) return inner.getValues()[0]?.name
  if (!isInputObjectType(inner))
    return { Int: 50, Boolean: true, DateTime: '2026-01-01T00:00:00Z' }[inner.name] ?? 'x'
  const required = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type))
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]))
}

test('the apps can do everything sixty times a minute', () => {
  const admin = Object.values(adminOperations).filter((value) => typeof value === 'object' && 'kind' in value)
  const documents = [...Object.values(texts).map((text) => parse(text)), ...admin]
  const costs = documents.flatMap((document) =>
    document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return []
      const variableValues = Object.fromEntries(
        (definition.variableDefinitions ?? []).map(({ variable, type }) => [
          variable.name.value,
          sampleOf(typeFromAST(schema, type as never) as GraphQLInputType),
        ]),
      )
      return [{ name: definition.name?.value, cost: costOf({ schema, document, variableValues }) }]
    }),
  )
  expect(costs.length).toBeGreaterThan(50)
  const allowanceOf = (name = '') => (name.startsWith('Console') ? 500_000 : 100_000)
  expect(costs.filter(({ name, cost }) => cost === null || cost > allowanceOf(name) / 60)).toEqual([])
})

test('a draft costs as much as a message’s text', () => {
  const cost = (field: string) =>
    costOf({ schema, document: parse(`{ ticket(id: "x") { ${field} } }`), variableValues: {} })
  expect(cost('draft')).toBe((cost('subject') ?? 0) + 9)
})

describe('an operation that is too complex', () => {
  test('is refused with its cost, the limit and its most expensive field', async () => {
    const query = `{ website { name } open: tickets(first: 100) { edges { node {
      number messages(first: 50) { edges { node { position via createdAt } } }
    } } } }`
    const { errors } = await (await website.operator()).send(query)
    expect(errors).toEqual([
      {
        message: expect.stringMatching(
          /^The operation costs \d+ points, most of them in open\.edges\.node\.messages/,
        ),
        extensions: {
          code: 'QUERY_TOO_COMPLEX',
          cost: expect.any(Number),
          limit: 10_000,
          field: expect.stringMatching(/^open\.edges\.node\.messages/),
        },
      },
    ])
    expect(errors?.[0]?.extensions.cost).toBeGreaterThan(20_000)
  })

  test.for<[what: string, query: string, extensions: object]>([
    [
      'too deep',
      `{ tickets { edges { node { lastMessage { ${'ticket { lastMessage { '.repeat(5)} id ${'} }'.repeat(5)} } } } } }`,
      {
        depth: expect.any(Number),
        limit: 12,
        field: expect.stringMatching(/^tickets\.edges\.node\.lastMessage\./),
      },
    ],
    [
      'too broad',
      `{ website { ${'...F '.repeat(5)} } } fragment F on Website { ${Array.from({ length: 100 }, (_, at) => `n${at}: name`).join(' ')} }`,
      { fields: 501, limit: 400, field: expect.any(String) },
    ],
    [
      'too large for validation',
      `{ ${'...F '.repeat(200)} } fragment F on Query { ${'viewer { __typename } '.repeat(20)} }`,
      { fields: expect.any(Number), limit: 3_000 },
    ],
  ])('says what it exceeds if it is %s', async ([, query, extensions]) => {
    const { errors } = await (await website.operator()).send(query)
    expect(errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX', ...extensions })
  })

  test('is not one of a key that reads 100 tickets with 100 messages each', async () => {
    const message =
      'id position body bodyHtml via createdAt author { ... on Customer { email } ... on Operator { name } }'
    const ticket = `id number subject status categoryName updatedAt customer { email name } assignee { name }
      messages(first: 100) { edges { node { ${message} } } pageInfo { endCursor hasNextPage } }`
    const query = `{ tickets(first: 100) { edges { node { ${ticket} } } pageInfo { endCursor hasNextPage } } }`
    expect((await website.key.send(query)).errors).toBeUndefined()
    const { errors } = await (await website.operator()).send(query)
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  test('includes one with a response larger than 10 MB', async () => {
    const customer = await website.customer('large@example.com')
    const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: '1' }, 'ticket { id }')
    const ticketId = ticket.id
    const { id } = await db.ticket.findFirstOrThrow({ where: { customer: { email: 'large@example.com' } } })
    const bodyHtml = 'x'.repeat(110_000)
    const { customerId } = await db.message.findFirstOrThrow({ where: { ticketId: id } })
    await db.message.createMany({
      data: Array.from({ length: 100 }, (_, at) => ({
        ...{
          ticketId: id,
          customerId,
          position: at + 2,
          body: 'x',
          bodyHtml,
          rendererVersion,
          via: 'API' as const,
        },
      })),
    })
    const query = (first: number) =>
      `{ ticket(id: "${ticketId}") { messages(first: ${first}) { edges { node { bodyHtml } } } } }`
    expect((await customer.send(query(50))).errors).toBeUndefined()
    const { data, errors } = await customer.send(query(100))
    expect([data, errors?.[0]?.extensions]).toEqual([undefined, { code: 'QUERY_TOO_COMPLEX' }])
    expect(errors?.[0]?.message).toMatch(/10 MB/)
  })
})
