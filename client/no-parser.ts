/** What urql takes from its GraphQL parser: an error, kinds of nodes, and a parser and a printer that nothing needs here. */

export class GraphQLError extends Error {
  readonly extensions: unknown

  constructor(message: string, ...[, , , , , extensions]: unknown[]) {
    super(message)
    this.extensions = extensions
  }
}

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition', FIELD: 'Field', NAME: 'Name' }

/** In place of a parser: an operation is a `TrustedDocument`, never text. */
export function parse(): never {
  throw new Error('Operations are generated: see client/trusted-documents.ts')
}

/** In place of a printer: a trusted document has no text here. */
export const print = () => ''
