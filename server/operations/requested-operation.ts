import { documentIdOf, isTrusted } from '../api/requests/trusted-documents.ts'
import type { KnownOperation } from './known-operation.ts'
import { operationIn } from './known-text.ts'
import { trustedOperation } from './trusted-operation.ts'

export interface RequestedOperation extends KnownOperation {
  variables?: Record<string, unknown> | null
}

const names = new Set(['documentId', 'query', 'variables', 'operationName', 'extensions'])

/**
 * The query or mutation that a request names by the id of one of the apps', or by a text that has been valid before;
 * null for any other or malformed request.
 */
export function requestedOperation(params: unknown): RequestedOperation | null {
  if (params === null || !isObject(params)) return null
  const { query, variables, operationName, extensions } = params as Record<string, unknown>
  if (![variables ?? null, extensions ?? null].every(isObject)) return null
  if (Object.keys(params as object).some((name) => !names.has(name))) return null
  const known = knownBy(query, documentIdOf(params as object))
  const { name, operation } = known?.operation ?? {}
  if (!known || operation === 'subscription') return null
  if ((operationName ?? name?.value) !== name?.value) return null
  return { ...known, variables: variables as RequestedOperation['variables'] }
}

const isObject = (value: unknown) => typeof value === 'object' && !Array.isArray(value)

function knownBy(query: unknown, id: string | null): KnownOperation | null {
  if (id === null) return typeof query === 'string' ? operationIn(query) : null
  return !query && isTrusted(id) ? trustedOperation(id) : null
}
