import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** Sent wherever a text is accepted, and must be found nowhere. */
export const canary = 'c4n4ry'
export const hexCanary = 'badc0de5'.repeat(8)

export const traces = (text: string) => text.split('\n').filter((line) => /c4n4ry|badc0de5/i.test(line))

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))

/** A value as written in a document, where enums have no quotation marks. */
class Enum {
  name: string
  constructor(name: string) {
    this.name = name
  }
  toJSON() {
    return this.name
  }
}

type Value = string | number | boolean | null | undefined | Enum | Value[] | Values
interface Values {
  [name: string]: Value
}

/** A valid value of the type, with a canary in every text, and all fields. */
function right(type: GraphQLInputType, name = ''): Value {
  if (isNonNullType(type)) return right(type.ofType, name)
  if (isListType(type)) return [right(type.ofType, name)]
  if (isEnumType(type)) return new Enum(type.getValues()[0]?.name ?? '')
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, right(field.type, field.name)]),
    )
  }
  if (type.name === 'Int' || type.name === 'Float') return 7
  if (type.name === 'Boolean') return true
  if (name === 'hmac') return hexCanary
  return /email/i.test(name) ? `${canary}@example.com` : canary
}

/** Values with one error each. */
function wrong(type: GraphQLInputType): Value[] {
  const named = getNamedType(type)
  const good = right(type)
  if (!isInputObjectType(named) || Array.isArray(good))
    return [{ [canary]: canary }, [canary, { [canary]: 7 }]]
  const fields = Object.keys(named.getFields())
  const given = good as Values
  return [
    canary,
    { ...given, [canary]: canary },
    Object.fromEntries(fields.map((name) => [name, given[name] === canary ? `\0${canary}` : given[name]])),
    ...fields.map((name) => ({ ...given, [name]: { [canary]: canary } })),
    ...fields.map((name) => ({ ...given, [name]: undefined })),
  ]
}

function literal(value: Value): string {
  if (value instanceof Enum) return value.name
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{ ${fields.map(([name, field]) => `${name}: ${literal(field)}`).join(', ')} }`
}

/** Every root field with all arguments valid, and with each one invalid in every way, by variable and by literal. */
export function operations(): { query: string; variables: Record<string, Value> }[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  return Object.entries(roots).flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => {
      const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
      return argumentsOf(field.args).flatMap((given) => {
        const names = Object.keys(given)
        const types = names.map(
          (name) => `$${name}: ${field.args.find((argument) => argument.name === name)?.type}`,
        )
        const passed = names.map((name) => `${name}: $${name}`)
        const written = names.map((name) => `${name}: ${literal(given[name])}`)
        return [
          { query: `${kind} (${types}) { ${field.name}(${passed})${selection} }`, variables: given },
          { query: `${kind} { ${canary}: ${field.name}(${written})${selection} }`, variables: {} },
        ]
      })
    }),
  )
}

function argumentsOf(args: readonly GraphQLArgument[]): Record<string, Value>[] {
  if (args.length === 0) return []
  const good = Object.fromEntries(args.map(({ name, type }) => [name, right(type, name)]))
  return [good, ...args.flatMap(({ name, type }) => wrong(type).map((bad) => ({ ...good, [name]: bad })))]
}
