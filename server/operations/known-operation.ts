import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql'
import { type Execute, executorOf } from '../api/compiled/compile-query.ts'
import { schema } from '../schema.ts'

/** A valid operation that is executed again and again. */
export interface KnownOperation {
  document: DocumentNode
  operation: OperationDefinitionNode
  execute: Execute
}

/** The only operation of a valid document; null if there are several. */
export function knownOperation(document: DocumentNode): KnownOperation | null {
  const operation = getOperationAST(document)
  return operation ? { document, operation, execute: executorOf(schema, document) } : null
}
