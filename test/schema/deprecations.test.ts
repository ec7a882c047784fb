import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

await startApp()
const { schema } = await import('../../server/schema.ts')

/** Reasons of everything deprecated, each with its name. */
function deprecations(schema: GraphQLSchema): [name: string, reason: string][] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    const parts = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) =>
            ['args' in field ? field.args : [], field].flat(),
          )
        : []
    return parts.flatMap(({ name, deprecationReason: reason }) =>
      reason ? [[`${type.name}.${name}`, reason] as [string, string]] : [],
    )
  })
}

/** `2026-12-01: Use reply.` */
const dated = /^\d{4}-\d{2}-\d{2}: \S/
const undated = (schema: GraphQLSchema) => deprecations(schema).filter(([, reason]) => !dated.test(reason))

test('everything deprecated says since when, and what to use instead', () => {
  expect(undated(schema)).toEqual([])
  const other = buildSchema(
    `type Query { a: Int @deprecated(reason: "Use b") b: Int @deprecated(reason: "2026-12-01: Use c") }`,
  )
  expect(undated(other)).toEqual([['Query.a', 'Use b']])
})
