import { readFileSync } from 'node:fs'
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { drift } from '../../.config/drift.ts'
import { sdl } from '../../server/print-schema.ts'
import { schema } from '../../server/schema.ts'
import { capitalize } from '../support/client.ts'

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** Types named after an operation, which describes them: its input, payload and result. */
const selfExplaining = new Set([
  'CheckIntegrationInput',
  'Query.checkIntegration(input:)',
  ...mutations.flatMap(({ name }) => [
    `${capitalize(name)}Input`,
    `${capitalize(name)}Payload`,
    `${capitalize(name)}Result`,
    `Mutation.${name}(input:)`,
  ]),
])

/** Relay's fields, described by their types. */
const relayField = /Connection\.pageInfo$|Edge\.node$/

/** A type and its fields, arguments and values, by coordinate, each with its description. */
function partsOf(type: GraphQLNamedType): [coordinate: string, description: string | null | undefined][] {
  const own: [string, string | null | undefined] = [type.name, type.description]
  if (isEnumType(type))
    return [
      own,
      ...type
        .getValues()
        .map((value) => [`${type.name}.${value.name}`, value.description] as [string, string]),
    ]
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [own]
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
    return [
      [coordinate, field.description],
      ...args.map((arg) => [`${coordinate}(${arg.name}:)`, arg.description]),
    ] as [string, string][]
  })
  return [own, ...fields]
}

describe('the schema', () => {
  test('describes every type, field, argument and value', () => {
    const parts = types
      .flatMap(partsOf)
      .filter(([coordinate]) => !selfExplaining.has(coordinate) && !relayField.test(coordinate))
    expect(parts.length).toBeGreaterThan(200)
    expect(parts.filter(([, description]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual(
      [],
    )
  })

  test('matches schema.graphql', () => {
    expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(sdl)
  })

  test('has a migration for every change of its tables', async () => {
    expect(await drift()).toBeNull()
  })
})

describe('a mutation’s result', () => {
  test.for(mutations)(
    'of $name can be queried in one operation with every field of every member',
    ({ name, type }) => {
      const result = getNamedType(type)
      if (!isUnionType(result)) throw new Error(`${result} is no union`)
      const members = result.getTypes().map((member) => {
        const fields = Object.values(member.getFields()).map((field) =>
          isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`,
        )
        return `... on ${member.name} { ${fields.join(' ')} }`
      })
      const operation = `mutation ($input: ${capitalize(name)}Input!) { ${name}(input: $input) { __typename ${members.join(' ')} } }`
      expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([])
    },
  )

  test.for(mutations)(
    'of $name is its payload or a known failure, with `input` as its only argument',
    ({ name, type, args }) => {
      const result = getNamedType(type)
      const members = isUnionType(result) ? result.getTypes().map((member) => member.name) : []
      expect(result.name).toBe(`${capitalize(name)}Result`)
      expect(members).toContain(`${capitalize(name)}Payload`)
      const failures = members.filter((member) => member !== `${capitalize(name)}Payload`)
      expect(['InvalidInput', 'NotFound', 'LimitReached', 'Conflict', 'NotAllowed', 'NotDelivered']).toEqual(
        expect.arrayContaining(failures),
      )
      expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capitalize(name)}Input!`])
    },
  )

  test('has no payload field called `message`, while every failure has one', () => {
    const objects = types.filter(isObjectType)
    expect(objects.filter((type) => type.name.endsWith('Payload') && 'message' in type.getFields())).toEqual(
      [],
    )
    const failures = objects.filter((type) => type.getInterfaces().some(({ name }) => name === 'UserError'))
    expect(failures.map(({ name }) => name).sort()).toEqual([
      'Conflict',
      'InvalidInput',
      'LimitReached',
      'NotAllowed',
      'NotDelivered',
      'NotFound',
    ])
  })
})
