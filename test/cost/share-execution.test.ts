import { buildSchema, type ExecutionArgs, type GraphQLObjectType, parse } from 'graphql'
import { beforeEach, expect, test } from 'vitest'
import { executeShared, sharingKey } from '../../server/cost/share-execution.ts'

const schema = buildSchema(`
  type Query { x: Int }
  type Item { text(long: Boolean): String, url: String }
  type Subscription { added(after: Int): Item }`)
const { url } = (schema.getType('Item') as GraphQLObjectType).getFields()
if (url) url.extensions = { personal: true }
const document = parse(`subscription A($after: Int, $long: Boolean) { added(after: $after) { ...Parts } }
  fragment Parts on Item { text(long: $long) }`)
let reads = 0
const payload = () => ({
  added: {
    text: () => {
      reads++
      return 'text'
    },
  },
})
const operator = { kind: 'operator', id: 'ada', websiteId: 'acme', role: 'AGENT' }
const customer = { kind: 'customer', id: 'jane', websiteId: 'acme', email: 'jane@example.com' }
const asking = (viewer: object, variableValues: object = {}, more: object = {}) =>
  ({ schema, document, variableValues, contextValue: { viewer }, ...more }) as ExecutionArgs

const shared = (args: ExecutionArgs, item: object) => executeShared(args, sharingKey(args), item)

beforeEach(() => {
  reads = 0
})

test.for([
  ['operators of one role', asking(operator), asking({ ...operator, id: 'bob' })],
  ['one customer twice', asking(customer), asking({ ...customer })],
  ['readers at different places', asking(operator, { after: 1 }), asking(operator, { after: 2 })],
] as const)('one payload is read once for %s', async ([, one, other]) => {
  const item = payload()
  const first = await shared(one, item)
  expect(first).toEqual({ data: { added: { text: 'text' } } })
  expect(await shared(other, item)).toBe(first)
  expect(reads).toBe(1)
})

test('an address that is signed for its reader is not shared by operators', async () => {
  const signed = { document: parse('subscription { added { url } }') }
  const item = { added: { url: () => reads++ } }
  const first = await shared(asking(operator, {}, signed), item)
  expect(await shared(asking({ ...operator, id: 'bob' }, {}, signed), item)).not.toBe(first)
  expect(reads).toBe(2)
})

test.for([
  ['roles', asking(operator), asking({ ...operator, role: 'ADMIN' })],
  ['websites', asking(operator), asking({ ...operator, websiteId: 'other' })],
  ['customers', asking(customer), asking({ ...customer, id: 'john' })],
  [
    'scopes of keys',
    asking({ kind: 'integration', websiteId: 'acme', scopes: ['TICKETS_READ'] }),
    asking({ kind: 'integration', websiteId: 'acme', scopes: ['TICKETS_WRITE'] }),
  ],
  ['variables of a field', asking(operator, { long: true }), asking(operator, { long: false })],
  [
    'operations',
    asking(operator),
    asking(operator, {}, { document: parse('subscription { added { text } }') }),
  ],
] as const)('one payload is read separately for different %s', async ([, one, other]) => {
  const item = payload()
  await shared(one, item)
  await shared(other, item)
  expect(reads).toBe(2)
})

test('each payload is read separately', async () => {
  for (const item of [payload(), payload()]) await shared(asking(operator), item)
  expect(reads).toBe(2)
})
