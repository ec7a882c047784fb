import type { TrustedDocument } from '../trusted-document.ts'

/** One operation on its way: by its id, or by its text where the server does not know the id. */
export interface GraphQLRequest {
  documentId: string
  operationName: string
  variables: Record<string, unknown>
  query?: string
}

/** `variables` belong to the request from here on: see `followCursor`. */
export function requestFor(document: unknown, variables: Record<string, unknown>): GraphQLRequest {
  const { documentId, definitions } = document as TrustedDocument
  return { documentId, operationName: definitions[0].name.value, variables }
}

/** As JSON for the server. */
export function bodyOf({ documentId, query, ...rest }: GraphQLRequest): string {
  return JSON.stringify(query ? { query, ...rest } : { documentId, ...rest })
}

/** For graphql-ws, which takes no message without a text. The variables stay the same object: a cursor moves on in them. */
export function messageOf({ documentId, query, ...rest }: GraphQLRequest) {
  return query ? { query, ...rest } : { query: '', ...rest, extensions: { documentId } }
}
