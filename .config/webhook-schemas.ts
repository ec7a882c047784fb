import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { schema } from '../server/schema.ts'
import { kinds } from '../server/webhooks/payload/event.ts'
import { payloadVersion, wireType } from '../server/webhooks/payload/payload.ts'

type Json = Record<string, unknown>

const scalars: Record<string, Json> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
}
const nothing = { type: 'null' }

function schemaOfType(type: GraphQLOutputType): Json {
  if (!isNonNullType(type)) return { anyOf: [schemaOfPresent(type), nothing] }
  return schemaOfPresent(type.ofType)
}

function schemaOfPresent(type: GraphQLOutputType): Json {
  if (isListType(type)) return { type: 'array', items: schemaOfType(type.ofType) }
  if (isObjectType(type)) return { $ref: `#/$defs/${type.name}` }
  if (isEnumType(type)) return { enum: type.getValues().map(({ name }) => name) }
  return scalars[getNamedType(type).name] ?? { type: 'string' }
}

/** The fields of a type; `fixed` are those whose value is known. */
function objectOf(type: GraphQLObjectType, fixed: Json = {}): Json {
  const fields = Object.values(type.getFields())
  return {
    description: type.description,
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, description, type }) => [
        name,
        fixed[name] ?? { description, ...schemaOfType(type) },
      ]),
    ),
    required: fields.map(({ name }) => name),
  }
}

const objectType = (name: string) => schema.getType(name) as GraphQLObjectType

/** The objects that a type contains, by name. */
function partsOf(type: GraphQLObjectType, found = new Map<string, GraphQLObjectType>()) {
  for (const field of Object.values(type.getFields())) {
    const part = getNamedType(field.type)
    if (!isObjectType(part) || found.has(part.name)) continue
    found.set(part.name, part)
    partsOf(part, found)
  }
  return found
}

/** The schema of a webhook; `event` is the type of what it reports, null for a test. */
function schemaOf(type: string, event: { type: string; name: string } | null): Json {
  const own = event && objectType(event.name)
  const parts = own ? [...partsOf(own).values(), ...partsOf(objectType('WebhookTicket')).values()] : []
  const withMessage = event?.type === 'MESSAGE_POSTED'
  const message = objectType('WebhookMessage')
  const whole = own ? [objectType('WebhookTicket'), ...(withMessage ? [message] : []), ...parts] : []
  if (withMessage) whole.push(...partsOf(message).values())
  const definitions = Object.fromEntries(whole.map((part) => [part.name, objectOf(part)]))
  if (own && event) definitions[own.name] = objectOf(own, { type: { const: event.type } })
  const data = objectOf(objectType('WebhookData'), {
    event: own ? { $ref: `#/$defs/${own.name}` } : nothing,
    ticket: own ? { $ref: '#/$defs/WebhookTicket' } : nothing,
    ...(!withMessage && { message: nothing }),
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type,
    ...objectOf(objectType('WebhookPayload'), {
      type: { const: type },
      version: { const: payloadVersion },
      data,
    }),
    ...(own && { $defs: definitions }),
  }
}

/** The JSON Schema of every type of webhook, by file name. */
export const webhookSchemas: Record<string, string> = Object.fromEntries(
  [...kinds]
    .map(([type, { name }]) => [wireType(type), { type, name }] as const)
    .concat([['test', null as never]])
    .map(([type, event]) => [`${type}.json`, `${JSON.stringify(schemaOf(type, event), null, 2)}\n`]),
)

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../docs/webhooks')
  mkdirSync(folder, { recursive: true })
  const stored = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  if (!process.argv.includes('--check')) {
    for (const [file, text] of Object.entries(webhookSchemas)) writeFileSync(join(folder, file), text)
  } else if (
    JSON.stringify(Object.entries(stored).sort()) !== JSON.stringify(Object.entries(webhookSchemas).sort())
  ) {
    console.error('docs/webhooks is stale: run `npm run codegen`')
    process.exitCode = 1
  }
}
