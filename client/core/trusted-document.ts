import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

/** An operation that the server knows by id. The app does not contain its text. */
export interface TrustedDocument {
  /** SHA-256 of its text. */
  documentId: string
  definitions: [{ name: { value: string } }]
}

/** For urql, which expects a document: this one has a name but no selections. */
export function trusted<Result, Variables>(
  operation: 'query' | 'mutation' | 'subscription',
  name: string,
  documentId: string,
): TypedDocumentNode<Result, Variables> {
  const definition = {
    kind: 'OperationDefinition',
    operation,
    name: { kind: 'Name', value: name },
    selectionSet: { kind: 'SelectionSet', selections: [] },
  }
  return { kind: 'Document', definitions: [definition], documentId } as unknown as TypedDocumentNode<
    Result,
    Variables
  >
}
