import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { expect, test } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { schema } = await import('../../server/schema.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const opening = { subject: 'Help', body: 'Please' }
const { ticket } = await jane.run('openTicket', opening, 'ticket { id customer { id } }')
const faq = await db.faq.create({
  data: { websiteId: website.websiteId, question: 'Q', answer: 'A', position: 1 },
})

const uuid = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'
const types = ['Ticket', 'ticket', 'Message', 'QuarantinedEmail', 'Nope', 'Query', '__proto__', 'constructor']
const ids = [
  ...types.flatMap((type) => [`${type}:${uuid}`, `${type}:${uuid.toUpperCase()}`]),
  ...['x', '\0', `${uuid}:1`, `${uuid}\0`, '', '1', '٣'].map((id) => `Ticket:${id}`),
  ...[uuid, `:${uuid}`, `Ticket\0:${uuid}`],
].map((id) => Buffer.from(id).toString('base64url'))
const hostile = [
  ...ids,
  Buffer.from([0xff, 0xfe, 0x3a]).toString('base64url'),
  encodeGlobalID('Ticket', uuid).replace(/.$/, '\0'),
  ...['', ' ', '\0', 'a\0b', '\ud800', 'a\udc00b', '\u202e\u200b', '\u3164', '\u2028', '💥', 'NaN', '-1'],
  ...[
    '%',
    '%00',
    '%E0%A4%A',
    '\\',
    '\\u0000',
    "'",
    '"',
    '$1',
    '*.*',
    '..',
    '[::1',
    'xn--',
    'a@[b]',
    '__proto__',
  ],
  'https://s.io/tickets/%E0%A4%A?email=a',
  `https://s.io/tickets/${website.websiteId}/%zz?email=%E0%A4%A&hmac=%&participants=%`,
  `<iframe src="https://%/tickets/%00?email=%ff&hmac=%u0041"></iframe>`,
  'https://[/tickets/x',
  'x'.repeat(250),
]

/** Paths of the texts and ids in a type: `['input', 'operators', 0, 'name']`. */
function textsIn(type: GraphQLInputType, path: (string | number)[]): (string | number)[][] {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return textsIn(nullable.ofType, [...path, 0])
  if (isInputObjectType(nullable)) {
    return Object.values(nullable.getFields()).flatMap((field) => textsIn(field.type, [...path, field.name]))
  }
  return ['ID', 'String'].includes(getNamedType(nullable).name) ? [path] : []
}

const known: Record<string, unknown> = {
  ticketId: ticket.id,
  email: 'joe@example.com',
  customerEmail: 'jane@example.com',
  domain: 'app.acme.com',
}

/** A valid value with `text` at the end of the path. */
function valueFor(type: GraphQLInputType, name: string, path: (string | number)[], text: unknown): unknown {
  const nullable = getNullableType(type)
  const [next, ...rest] = path
  if (isListType(nullable)) return [valueFor(nullable.ofType, name, rest, text)]
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => field.name === next || isNonNullType(field.type) || field.name === 'customerEmail',
    )
    return Object.fromEntries(
      fields.map((field) => {
        const onPath = field.name === next
        return [field.name, valueFor(field.type, field.name, onPath ? rest : ['elsewhere'], text)]
      }),
    )
  }
  if (path.length === 0) return text
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name
  return known[name] ?? { Int: 1, Boolean: true }[getNamedType(nullable).name] ?? 'Text'
}

/** Callers for operations that keys may not call. */
const callers: Record<string, Client> = {
  deleteWebsite: await website.operator(),
  viewFaq: jane,
  rateTicket: jane,
  saveDraft: jane,
  setTyping: jane,
  setLocale: await website.operator(),
  approveReply: await website.operator(),
  createWebsite: apiClient(origin, rootKey),
  openSession: apiClient(origin, undefined, { origin: dashboard }),
}

/** Selects every field by its own name, as deep as ids go. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  return isObjectType(type) || isUnionType(type) || 'getFields' in type ? '{ __typename }' : ''
}

const cases = (['query', 'mutation'] as const).flatMap((operation) => {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType()
  return Object.values(root?.getFields() ?? {}).flatMap((field) =>
    field.args
      .flatMap((arg) => textsIn(arg.type, [arg.name]))
      .map((path) => ({ name: `${operation} ${field.name}: ${path.join('.')}`, operation, field, path })),
  )
})

test('every text and id in an argument is covered', () => {
  expect(cases.length).toBeGreaterThan(60)
})

test.for(cases)('no hostile text causes an internal error in $name', async ({ operation, field, path }) => {
  const client = callers[field.name] ?? website.key
  for (let start = 0; start < hostile.length; start += 5) {
    const texts = hostile.slice(start, start + 5)
    const variables: Record<string, unknown> = {}
    const declared: string[] = []
    const calls = texts.map((text, index) => {
      const args = field.args
        .filter((arg) => arg.name === path[0] || isNonNullType(arg.type))
        .map((arg) => {
          const onPath = arg.name === path[0]
          variables[`${arg.name}${index}`] = valueFor(
            arg.type,
            arg.name,
            onPath ? path.slice(1) : ['elsewhere'],
            text,
          )
          declared.push(`$${arg.name}${index}: ${arg.type}`)
          return `${arg.name}: $${arg.name}${index}`
        })
      return `call${index}: ${field.name}(${args.join(', ')}) ${selectionOf(field)}`
    })
    const { errors } = await client.send(
      `${operation} (${declared.join(', ')}) { ${calls.join(' ')} }`,
      variables,
    )
    const ours = (errors ?? []).filter(
      ({ extensions }) => extensions.code !== 'BAD_USER_INPUT' && extensions.code !== 'RATE_LIMITED',
    )
    expect(
      ours.map(({ path, extensions }) => [texts[Number(String(path?.[0]).slice(4))], extensions]),
    ).toEqual([])
  }
})

test.for([
  ['createCategory', { name: '' }],
  ['createFaq', { question: '', answer: 'A' }],
  ['createFaq', { question: 'Q', answer: '' }],
  ['updateFaq', { id: encodeGlobalID('Faq', faq.id), answer: '' }],
  ['addOperator', { name: '', email: 'new@acme.com', role: 'AGENT' }],
  ['createApiKey', { name: '', scopes: ['TICKETS_READ'] }],
  ['updateWebsite', { name: '' }],
  ['updateEmailSettings', { fromName: '\u200b' }],
] as const)('a blank text is refused by %s: %o', async ([mutation, input]) => {
  for (const blank of ['\u200b\u200d', '\u3164\u2800 ', '\u202e\ufeff', '\u00ad\n']) {
    const values = Object.entries(input).map(([name, value]) => [name, value || blank])
    expect(await website.key.attempt(mutation, Object.fromEntries(values))).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', expect.any(String)] }],
    })
  }
})
