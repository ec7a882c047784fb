import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse, validate } from 'graphql'
import { documentIdOf, isTrusted, trustedText } from '../api/trusted-documents.ts'
import { schema } from '../schema.ts'

export interface TrustedOperation {
  document: DocumentNode
  operation: OperationDefinitionNode
}

/** The apps' operations requested so far, each parsed and validated once. */
const prepared = new Map<string, TrustedOperation>()

/** The operation with this id. Throws PERSISTED_DOCUMENT_NOT_FOUND for an id of another build. */
export function trustedOperation(id: string): TrustedOperation {
  const known = prepared.get(id)
  if (known) return known
  const document = parse(trustedText(id))
  const operation = getOperationAST(document)
  const [error] = validate(schema, document)
  if (error || !operation) throw error ?? new Error(`Not one operation: ${id}`)
  const trusted = { document, operation }
  prepared.set(id, trusted)
  return trusted
}

const isObject = (value: unknown) => typeof value === 'object' && !Array.isArray(value)

interface Asked extends TrustedOperation {
  variables?: Record<string, unknown> | null
}

/** The query or mutation that a request names by id; null for any other or malformed request. */
export function askedById(params: unknown): Asked | null {
  if (params === null || !isObject(params)) return null
  const { query, variables, operationName, extensions } = params as Record<string, unknown>
  const id = documentIdOf(params as object)
  if (query || id === null || !isTrusted(id)) return null
  if (![variables ?? null, extensions ?? null].every(isObject)) return null
  const trusted = trustedOperation(id)
  const { name, operation } = trusted.operation
  if (operation === 'subscription' || (operationName ?? name?.value) !== name?.value) return null
  return { ...trusted, variables: variables as Asked['variables'] }
}
