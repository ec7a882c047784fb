import { buildSchema, type ExecutionArgs, parse } from 'graphql'
import { beforeEach, expect, test } from 'vitest'
import { executeShared } from '../../server/cost/share-execution.ts'

const schema = buildSchema(`
  type Query { x: Int }
  type Item { text(long: Boolean): String }
  type Subscription { added(after: Int): Item }`)
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

beforeEach(() => {
  reads = 0
})

test.for([
  ['operators of one role', asking(operator), asking({ ...operator, id: 'bob' })],
  ['one customer twice', asking(customer), asking({ ...customer })],
  ['readers at different places', asking(operator, { after: 1 }), asking(operator, { after: 2 })],
] as const)('one payload is read once for %s', async ([, one, other]) => {
  const item = payload()
  const first = await executeShared(one, item)
  expect(first).toEqual({ data: { added: { text: 'text' } } })
  expect(await executeShared(other, item)).toBe(first)
  expect(reads).toBe(1)
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
  await executeShared(one, item)
  await executeShared(other, item)
  expect(reads).toBe(2)
})

test('each payload is read separately', async () => {
  for (const item of [payload(), payload()]) await executeShared(asking(operator), item)
  expect(reads).toBe(2)
})
