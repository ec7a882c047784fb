import type { DocumentNode, ExecutionArgs, GraphQLError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { maskError } from '../api/requests/mask-error.ts'
import { documentIdOf, trustedText } from '../api/requests/trusted-documents.ts'
import type { createGraphql } from '../graphql.ts'
import { schema } from '../schema.ts'
import type { Connection } from './connection.ts'

/** An operation over a socket. */
export interface Operation extends ExecutionArgs {
  id: string
  connection: Connection
}

/** For Yoga, which parses and checks documents as over HTTP: any operation may be sent over a socket, as in a POST. */
const request = new Request('http://socket/graphql', { method: 'POST' })

/** The operation in a message, parsed and validated; or why it is refused. */
export function readOperation(
  graphql: ReturnType<typeof createGraphql>,
  connection: Connection,
  id: string,
  message: SubscribePayload,
): Operation | readonly GraphQLError[] {
  const { parse, validate } = graphql.getEnveloped({ request, params: message } as never)
  let document: DocumentNode
  try {
    const trusted = message.query ? null : documentIdOf(message)
    document = parse(trusted === null ? message.query : trustedText(trusted))
  } catch (error) {
    return [maskError(error)]
  }
  const errors: readonly GraphQLError[] = validate(schema, document)
  if (errors.length > 0) return errors
  const { operationName, variables: variableValues } = message
  // graphql-ws keeps the message as long as the operation.
  Object.assign(message, { query: '' })
  const contextValue = { ...connection.context }
  return { schema, document, operationName, variableValues, contextValue, id, connection }
}
