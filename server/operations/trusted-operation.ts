import { parse, validate } from 'graphql'
import { trustedText } from '../api/requests/trusted-documents.ts'
import { schema } from '../schema.ts'
import { type KnownOperation, knownOperation } from './known-operation.ts'

/** The apps' operations requested so far, each parsed, validated and compiled once. */
const prepared = new Map<string, KnownOperation>()

/** The operation with this id. Throws PERSISTED_DOCUMENT_NOT_FOUND for an id of another build. */
export function trustedOperation(id: string): KnownOperation {
  const known = prepared.get(id)
  if (known) return known
  const document = parse(trustedText(id))
  const [error] = validate(schema, document)
  const trusted = knownOperation(document)
  if (error || !trusted) throw error ?? new Error(`Not one operation: ${id}`)
  prepared.set(id, trusted)
  return trusted
}
