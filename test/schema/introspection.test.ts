import { introspectionFromSchema } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../server/schema.ts'

/** From the specification of October 2021: graphql-core, under all Python clients, refuses a schema with others. */
const directiveLocations = [
  ...['QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD', 'FRAGMENT_DEFINITION', 'FRAGMENT_SPREAD'],
  ...['INLINE_FRAGMENT', 'VARIABLE_DEFINITION', 'SCHEMA', 'SCALAR', 'OBJECT', 'FIELD_DEFINITION'],
  ...[
    'ARGUMENT_DEFINITION',
    'INTERFACE',
    'UNION',
    'ENUM',
    'ENUM_VALUE',
    'INPUT_OBJECT',
    'INPUT_FIELD_DEFINITION',
  ],
]
const typeKinds = ['SCALAR', 'OBJECT', 'INTERFACE', 'UNION', 'ENUM', 'INPUT_OBJECT', 'LIST', 'NON_NULL']

test('introspection contains nothing unknown to clients of the 2021 specification', () => {
  const { directives, types } = introspectionFromSchema(schema).__schema
  const unknown = directives.flatMap(({ name, locations }) =>
    locations.filter((place) => !directiveLocations.includes(place)).map((place) => `@${name} on ${place}`),
  )
  expect(unknown).toEqual([])
  expect(types.filter(({ kind }) => !typeKinds.includes(kind))).toEqual([])
})
