import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

/** An operation of ours as the server knows it. Its text is not in the app. */
export interface TrustedDocument {
  /** SHA-256 of its text. */
  documentId: string
  definitions: [{ name: { value: string } }]
}

/** For urql an operation is a document: this one has a name and selects nothing, as the server does by its id. */
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
