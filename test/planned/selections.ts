import {
  type GraphQLFieldMap,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql'

type Random = (below: number) => number

/** Random numbers, the same on every run. */
export function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39)
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below
  }
}

/** What differs between two reads of the same data, or is too large to read often. */
const leftOut = new Set([
  'Ticket.events',
  'TicketConnection.changeCursor',
  'Website.settings',
  'Customer.tickets',
])
/** Arguments of the pages inside a ticket. */
const pages = ['', '(first: 2)', '(last: 2)', '(first: 1)', '(last: 100)', '(first: 0)']

/** Fields that no planned statement answers. */
const others = new RegExp(
  [
    'Ticket[.](?:category|fields|lastMessage|quarantinedEmails|rating|draft|followUpOf|followUps|notes|proposedReplies|externalId)',
    'Category[.]fields',
    'TicketConnection[.](?:totalCount|unreadCount)',
    'Message[.](?:ticket|emails|externalId)',
    'Website[.](?:operators|colorScheme|customStyles|attachmentTypes|websiteId)',
    'Faq[.]viewCount',
    'Customer[.](?:locale|createdAt|erased)',
    'Operator[.](?:email|role|notifications|locale|active|invitation)',
  ].join('|'),
)

interface Kind {
  schema: GraphQLSchema
  random: Random
  /** Leaves `others` out. */
  planned: boolean
}

/** A selection of some of a type's fields, some with an alias. */
export function selectionOf(kind: Kind, typename: string, depth = 5): string {
  const { schema, random, planned } = kind
  const type = schema.getType(typename)
  if (isAbstractType(type)) {
    const types = schema.getPossibleTypes(type)
    return `{ __typename ${types.map(({ name }) => `... on ${name} ${selectionOf(kind, name, Math.min(depth, 1))}`).join(' ')} }`
  }
  const fields: GraphQLFieldMap<unknown, unknown> = isObjectType(type) ? type.getFields() : {}
  const chosen = Object.values(fields).flatMap(({ name, type, args }, index) => {
    const inner = getNamedType(type)
    const isDeep = isCompositeType(inner)
    const field = `${typename}.${name}`
    if (leftOut.has(field) || (planned && others.test(field)) || (isDeep && depth === 0)) return []
    if (name !== 'edges' && name !== 'node' && random(3) === 0) return []
    const given = args.some(({ name }) => name === 'last') ? pages[random(pages.length)] : ''
    const alias = random(6) === 0 ? `a${index}: ` : ''
    return [`${alias}${name}${given}${isDeep ? ` ${selectionOf(kind, inner.name, depth - 1)}` : ''}`]
  })
  return `{ ${['__typename', ...chosen].join(' ')} }`
}
