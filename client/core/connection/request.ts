import type { TrustedDocument } from '../trusted-document.ts'

/** One operation in flight: by its id, or by its text if the server does not know the id. */
export interface GraphQLRequest {
  documentId: string
  operationName: string
  variables: Record<string, unknown>
  query?: string
}

/** The request owns `variables` from here on: see `followCursor`. */
export function requestFor(document: unknown, variables: Record<string, unknown>): GraphQLRequest {
  const { documentId, definitions } = document as TrustedDocument
  return { documentId, operationName: definitions[0].name.value, variables }
}

export function bodyOf({ documentId, query, ...rest }: GraphQLRequest): string {
  return JSON.stringify(query ? { query, ...rest } : { documentId, ...rest })
}

/** For graphql-ws, which refuses a message without a query. `variables` stays the same object: see `followCursor`. */
export function messageOf({ documentId, query, ...rest }: GraphQLRequest) {
  return query ? { query, ...rest } : { query: '', ...rest, extensions: { documentId } }
}
