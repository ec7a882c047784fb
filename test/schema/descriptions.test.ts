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
import { capitalise } from '../support/client.ts'

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

/** Everything in a type that a reader may ask about, by its coordinate, with what it says of itself. */
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
  test('says of every type, field, argument and value what it is', () => {
    const parts = types.flatMap(partsOf)
    expect(parts.length).toBeGreaterThan(200)
    expect(parts.filter(([, description]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual(
      [],
    )
  })

  test('is printed in schema.graphql as it is', () => {
    expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(sdl)
  })

  test('has the migrations that its tables need', async () => {
    expect(await drift()).toBeNull()
  })
})

const verbs = Object.values(schema.getMutationType()?.getFields() ?? {})

describe('a mutation’s result', () => {
  test.for(verbs)(
    'of $name can be asked for in one operation, every member with every field',
    ({ name, type }) => {
      const result = getNamedType(type)
      if (!isUnionType(result)) throw new Error(`${result} is no union`)
      const members = result.getTypes().map((member) => {
        const fields = Object.values(member.getFields()).map((field) =>
          isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`,
        )
        return `... on ${member.name} { ${fields.join(' ')} }`
      })
      const operation = `mutation ($input: ${capitalise(name)}Input!) { ${name}(input: $input) { __typename ${members.join(' ')} } }`
      expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([])
    },
  )

  test.for(verbs)(
    'of $name is its payload or a known failure, its one argument `input`',
    ({ name, type, args }) => {
      const result = getNamedType(type)
      const members = isUnionType(result) ? result.getTypes().map((member) => member.name) : []
      expect(result.name).toBe(`${capitalise(name)}Result`)
      expect(members).toContain(`${capitalise(name)}Payload`)
      const failures = members.filter((member) => member !== `${capitalise(name)}Payload`)
      expect(['InvalidInput', 'NotFound', 'LimitReached', 'Conflict', 'NotAllowed', 'NotDelivered']).toEqual(
        expect.arrayContaining(failures),
      )
      expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capitalise(name)}Input!`])
    },
  )

  test('has no payload field called `message`, and a failure always has one', () => {
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
