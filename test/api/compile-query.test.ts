import { buildSchema, type ExecutionArgs, execute, GraphQLError, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { compileQuery, executorOf } from '../../server/api/compiled/compile-query.ts'
import { randomFrom, selectionOf } from '../planned/selections.ts'

const schema = buildSchema(`
  interface Named { name: String! }
  type Cat implements Named { name: String! lives: Int! friends(first: Int = 2): [Named!] rival: Named }
  type Dog implements Named { name: String! tags: [String] owner: Person! packs: [[Dog!]]! }
  type Person { id: ID! age: Int pets: [Pet]! best: Pet! mother: Person }
  union Pet = Cat | Dog
  type Query { person(id: ID = "1"): Person pet: Pet! named: [Named!]! }
`)

/** Values of every type and with every fault, by chance; the same for the same place in the response. */
function valuesOf(seed: number) {
  const calls: string[] = []
  const fieldResolver: ExecutionArgs['fieldResolver'] = (_source, args, _context, { path, returnType }) => {
    const place: (string | number)[] = []
    for (let at: typeof path | undefined = path; at; at = at.prev) place.unshift(at.key)
    calls.push(`${place.join('.')}${JSON.stringify(args)}`)
    const random = randomFrom(seed + hashOf(place.join('.')))
    random(2)
    // In a list, graphql-js leaves rejections unhandled.
    const mayWait = !place.some((key) => typeof key === 'number')
    const value = valueFor(String(returnType), random, mayWait)
    const late = random(3) === 0 && mayWait
    if (random(40) === 0) return late ? Promise.reject(new Error('late')) : new Error(`at ${place.join('.')}`)
    if (random(40) === 0) throw new GraphQLError(`own ${place.join('.')}`, { extensions: { code: 'OWN' } })
    return late ? Promise.resolve(value) : value
  }
  return { calls, fieldResolver }
}

const hashOf = (text: string) => [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1e6

function valueFor(type: string, random: (below: number) => number, mayWait: boolean): unknown {
  if (random(12) === 0) return null
  const inner = type.replace(/!$/, '')
  if (inner.startsWith('[')) {
    if (random(25) === 0) return 'no list'
    return Array.from({ length: random(4) }, () => {
      const item = valueFor(inner.slice(1, -1), random, false)
      return mayWait && random(8) === 0 && !inner.endsWith('!]') ? Promise.resolve(item) : item
    })
  }
  if (inner === 'Int') return random(30) === 0 ? 'no number' : random(100)
  if (inner === 'String' || inner === 'ID') return `text ${random(9)}`
  const typename = ['Pet', 'Named'].includes(inner) ? ['Cat', 'Dog', 'Person'][random(12) % 3] : inner
  return { __typename: random(2) && typename === 'Person' ? 'Cat' : typename }
}

/** Resolves every field so. */
function install(fieldResolver: ExecutionArgs['fieldResolver']) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !('getFields' in type) || 'getInputFieldDefs' in type) continue
    for (const field of Object.values(type.getFields())) if ('args' in field) field.resolve = fieldResolver
  }
}

const shown = ({ data, errors }: Awaited<ReturnType<typeof execute>>) =>
  JSON.parse(JSON.stringify({ data, errors: errors?.map((error) => error.toJSON()).sort(byText) }))
const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

async function bothWays(text: string, seed: number, variableValues: Record<string, unknown> = {}) {
  const document = parse(text)
  const reference = valuesOf(seed)
  install(reference.fieldResolver)
  const expected = shown(await execute({ schema, document, variableValues }))
  const own = valuesOf(seed)
  install(own.fieldResolver)
  const compiled = compileQuery(schema, document)
  const found = compiled && shown(await compiled({ variableValues }))
  return { found, expected, calls: own.calls.sort(), expectedCalls: reference.calls.sort() }
}

describe('a compiled query answers the same as graphql-js, by the same calls', () => {
  test('to hundreds of random selections of values with every fault', async () => {
    const random = randomFrom(7)
    const seen = { data: 0, errors: 0 }
    for (let seed = 0; seed < 600; seed++) {
      const text = selectionOf({ schema, random, planned: false }, 'Query', 4)
      // An alias may stand for different fields of two types.
      if (validate(schema, parse(text)).length > 0) continue
      const { found, expected, calls, expectedCalls } = await bothWays(text, seed * 1000)
      expect(found, text).toEqual(expected)
      expect(calls, text).toEqual(expectedCalls)
      if (found?.data) seen.data++
      if (found?.errors) seen.errors++
    }
    expect(Math.min(seen.data, seen.errors)).toBeGreaterThan(50)
  })

  test.each<[string, string, object?]>([
    [
      'fields asked for twice',
      '{ person { age pets { __typename } } person { id pets { ...on Cat { lives } } } }',
    ],
    [
      'fragments in fragments',
      '{ pet { ...A } named { ...A ...on Dog { d: name } } } fragment A on Named { name ...B } fragment B on Cat { lives }',
    ],
    [
      'arguments',
      'query ($n: Int) { pet { ...on Cat { a: friends(first: $n) { name } friends { name } } } }',
      { n: 3 },
    ],
    ['absent variables', 'query ($n: Int) { pet { ...on Cat { friends(first: $n) { name } } } }'],
    [
      'a variable of the wrong kind',
      'query ($n: Int!, $i: ID) { person(id: $i) { id } pet { ...on Cat { friends(first: $n) { name } } } }',
      { n: 'x' },
    ],
    ['a missing variable', 'query ($i: ID!) { person(id: $i) { id } }'],
  ])('to %s', async (_what, text, variables) => {
    for (let seed = 0; seed < 20; seed++) {
      const { found, expected } = await bothWays(text, seed * 777, variables as Record<string, unknown>)
      expect(found).toEqual(expected)
    }
  })
})

test.each([
  '{ person { id @skip(if: true) } }',
  '{ person { ... @include(if: true) { id } } }',
  '{ __schema { description } }',
  '{ __type(name: "Cat") { name } }',
  '{ __proto__: pet { __typename } }',
])('what is not compiled is left to graphql-js: %s', async (text) => {
  install(valuesOf(3).fieldResolver)
  expect(compileQuery(schema, parse(text))).toBeNull()
  const left = await executorOf(schema, parse(text))({})
  expect(shown(left)).toEqual(shown(await execute({ schema, document: parse(text) })))
})

test('our schema has nothing that a compiled query ignores', async () => {
  const { schema } = await import('../../server/schema.ts')
  const checked = Object.values(schema.getTypeMap()).filter((type) => 'isTypeOf' in type && type.isTypeOf)
  expect(checked).toEqual([])
})

test('a list that fails leaves no rejection of its items unhandled', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  install(() => [Promise.reject(new Error('late')), null])
  const { data } = (await compileQuery(schema, parse('{ named { name } }'))?.({})) ?? {}
  await new Promise((resolve) => setTimeout(resolve, 10))
  process.off('unhandledRejection', note)
  expect([data, unhandled]).toEqual([null, []])
})
