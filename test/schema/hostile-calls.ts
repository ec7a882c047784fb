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
import { expect } from 'vitest'
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { apiClient, type Client } from '../support/client.ts'
import { dashboard, type TestWebsite } from '../support/website.ts'

const uuid = '0193a2b0-7c1e-7d3a-9f00-64656d6f0001'
const types = ['Ticket', 'ticket', 'Message', 'QuarantinedEmail', 'Nope', 'Query', '__proto__', 'constructor']
const ids = [
  ...types.flatMap((type) => [`${type}:${uuid}`, `${type}:${uuid.toUpperCase()}`]),
  ...['x', '\0', `${uuid}:1`, `${uuid}\0`, '', '1', '٣'].map((id) => `Ticket:${id}`),
  ...[uuid, `:${uuid}`, `Ticket\0:${uuid}`],
].map((id) => Buffer.from(id).toString('base64url'))
/** Hostile texts and ids, for calls to this website. */
export const hostileTexts = (websiteId: string) => [
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
  `https://s.io/tickets/${websiteId}/%zz?email=%E0%A4%A&hmac=%&participants=%`,
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

/** An argument of an operation, or a text or id within one. */
export interface Place {
  name: string
  operation: 'query' | 'mutation'
  field: GraphQLField<unknown, unknown>
  path: (string | number)[]
}

/** Every text and id in an argument of the API. */
export async function hostilePlaces(): Promise<Place[]> {
  const { schema } = await import('../../server/schema.ts')
  return (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType()
    return Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args
        .flatMap((arg) => textsIn(arg.type, [arg.name]))
        .map((path) => ({ name: `${operation} ${field.name}: ${path.join('.')}`, operation, field, path })),
    )
  })
}

/** Calls the API as somebody who may, with hostile texts in the places. */
export async function hostileCaller(origin: string, rootKey: string, website: TestWebsite) {
  const jane = await website.customer('jane@example.com')
  const opening = { subject: 'Help', body: 'Please' }
  const { ticket } = await jane.run('openTicket', opening, 'ticket { id customer { id } }')
  const known: Record<string, unknown> = {
    ticketId: ticket.id,
    email: 'joe@example.com',
    customerEmail: 'jane@example.com',
    domain: 'app.acme.com',
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

  return async function expectNoInternalError(
    { operation, field, path }: Place,
    all: unknown[],
  ): Promise<void> {
    const client = callers[field.name] ?? website.key
    for (let start = 0; start < all.length; start += 5) {
      const texts = all.slice(start, start + 5)
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
  }
}

/** Selects every field by its own name, as deep as ids go. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  return isObjectType(type) || isUnionType(type) || 'getFields' in type ? '{ __typename }' : ''
}
