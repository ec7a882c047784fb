import {
  type GraphQLObjectType,
  getIntrospectionQuery,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { schema } = await import('../../server/schema.ts')
const website = await createTestWebsite(origin, rootKey)
const types = Object.values(schema.getTypeMap())
const objects = types.filter((type): type is GraphQLObjectType => isObjectType(type))

describe('the schema is valid for Relay', () => {
  test('with a node query, and an id on every node', () => {
    const node = schema.getType('Node')
    if (!isInterfaceType(node)) throw new Error('There is no Node')
    expect(String(node.getFields().id?.type)).toBe('ID!')
    expect(String(schema.getQueryType()?.getFields().node?.type)).toBe('Node')
    for (const type of schema.getImplementations(node).objects)
      expect(String(type.getFields().id?.type), type.name).toBe('ID!')
  })

  const connections = objects.filter(({ name }) => name.endsWith('Connection'))
  test.for(connections.map(({ name }) => name))('with edges, cursors and page information in %s', (name) => {
    const fields = (schema.getType(name) as GraphQLObjectType).getFields()
    expect(String(fields.pageInfo?.type)).toBe('PageInfo!')
    const edge = schema.getType(String(fields.edges?.type).replace(/[[\]!]/g, '')) as GraphQLObjectType
    expect(String(edge.getFields().cursor?.type)).toBe('String!')
    expect(isNonNullType(edge.getFields().node?.type)).toBe(true)
    const users = objects.flatMap((type) => Object.values(type.getFields()))
    for (const { type, args } of users.filter((field) => String(field.type).replace('!', '') === name)) {
      const taken = Object.fromEntries(args.map((arg) => [arg.name, String(arg.type)]))
      expect(taken, String(type)).toMatchObject({
        first: 'Int',
        last: 'Int',
        after: 'String',
        before: 'String',
      })
    }
  })
})

describe('tools can read the schema', () => {
  test.for(['POST', 'GET'])('for every caller, by %s', async (method) => {
    const query = getIntrospectionQuery({ directiveIsRepeatable: true, inputValueDeprecation: true })
    const headers = { 'content-type': 'application/json' }
    const response =
      method === 'POST'
        ? await fetch(`${origin}/graphql`, { method, headers, body: JSON.stringify({ query }) })
        : await fetch(
            `${origin}/graphql?${new URLSearchParams({ query: '{ __schema { types { name } } }' })}`,
          )
    const { data, errors } = await response.json()
    expect([response.status, errors]).toEqual([200, undefined])
    expect(data.__schema.types.length).toBe(types.length)
  })
})

describe('a subscription', () => {
  const ask = (query: string) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${website.apiKey}`,
      },
      body: JSON.stringify({ query }),
    })

  test('has one field at its root', async () => {
    const two = 'subscription { ticketChanged { ticketId } websiteChanged { id } }'
    expect(validate(schema, parse(two)).map(({ message }) => message)).toEqual([
      'Anonymous Subscription must select only one top level field.',
    ])
    expect(await (await ask(two)).text()).toContain('must select only one top level field')
  })

  test('needs its own event stream: reserved streams are not supported', async () => {
    const reserved = await fetch(`${origin}/graphql`, { method: 'PUT' })
    expect(reserved.status).toBe(405)
  })

  test('may select one list in two ways', async () => {
    const query = `subscription { ticketChanged { ticket {
      first: messages(first: 1) { edges { node { body } } } last: messages(last: 1) { edges { node { body } } }
    } } }`
    const response = await ask(query)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const input = { subject: 'Help', body: 'One', customerEmail: 'jane@example.com' }
    await website.key.run('openTicket', input, '__typename')
    let text = ''
    while (!text.includes('"data"')) text += (await reader?.read())?.value ?? ''
    const edges = [{ node: { body: 'One' } }]
    expect(JSON.parse(/^data: (.*)$/m.exec(text.slice(text.indexOf('data:')))?.[1] ?? '').data).toEqual({
      ticketChanged: { ticket: { first: { edges }, last: { edges } } },
    })
    await reader?.cancel()
  })
})
