/** What urql imports from its GraphQL parser: an error, node kinds, a parser and a printer. */

export class GraphQLError extends Error {
  readonly extensions: unknown

  constructor(message: string, ...[, , , , , extensions]: unknown[]) {
    super(message)
    this.extensions = extensions
  }
}

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition', FIELD: 'Field', NAME: 'Name' }

/** Replaces the parser: an operation is generated, a `TrustedDocument`, never text. */
export function parse(): never {
  throw new Error('No parser')
}

/** Replaces the printer: a trusted document has no text here. */
export const print = () => ''
