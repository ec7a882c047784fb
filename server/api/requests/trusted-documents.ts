import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import texts from '../../../client/graphql/documents.json' with { type: 'json' }
import { coded } from '../errors.ts'

const documents = new Map(Object.entries(texts))

/** Text of one of the apps' operations. Throws PERSISTED_DOCUMENT_NOT_FOUND for an id of another build. */
export function trustedText(id: string): string {
  const text = documents.get(id)
  if (text !== undefined) return text
  throw coded('PERSISTED_DOCUMENT_NOT_FOUND', 'Unknown operation id: send the text of the operation', {
    http: { status: 404 },
  })
}

export const isTrusted = (id: string) => documents.has(id)

/** The id with which an app names its operation, over HTTP or a socket. */
export function documentIdOf(params: object): string | null {
  const { documentId, extensions } = params as { documentId?: unknown; extensions?: { documentId?: unknown } }
  const id = documentId ?? extensions?.documentId
  return typeof id === 'string' ? id : null
}

/**
 * Accepts the apps' operations by id. Yoga caches parsing and validation by text, so each is checked once. Other callers
 * send text.
 */
export const trustedDocuments = usePersistedOperations({
  allowArbitraryOperations: true,
  extractPersistedOperationId: (params) => documentIdOf(params),
  getPersistedOperation: trustedText,
  customErrors: {
    keyNotFound: () => coded('BAD_USER_INPUT', 'Must provide query string.', { http: { status: 400 } }),
  },
})
