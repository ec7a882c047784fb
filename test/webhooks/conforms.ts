import { expect } from 'vitest'

interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

const typeOf = (value: unknown) => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Fails unless a value is what a JSON Schema of ours describes, and has no other fields. */
export function conforms(schema: Schema, value: unknown, at: string, all = schema.$defs ?? {}): void {
  const { $ref, type, anyOf, items, properties } = schema
  if ($ref) conforms(all[$ref.split('/').at(-1) ?? ''] as Schema, value, at, all)
  if (anyOf && value !== null) conforms(anyOf[0] ?? {}, value, at, all)
  if ('const' in schema) expect(value, at).toBe(schema.const)
  if (schema.enum) expect(schema.enum, at).toContain(value)
  if (type) expect(typeOf(value), at).toBe(type)
  if (items) for (const item of value as unknown[]) conforms(items, item, `${at}[]`, all)
  if (!properties) return
  expect(Object.keys(value as object).sort(), at).toEqual([...(schema.required ?? [])].sort())
  for (const [name, part] of Object.entries(properties)) {
    conforms(part, (value as Record<string, unknown>)[name], `${at}.${name}`, all)
  }
}
