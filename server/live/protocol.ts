import { execute } from 'graphql'
import { makeServer } from 'graphql-ws'
import { coded, withoutHttp } from '../api/errors.ts'
import { maskResult } from '../api/requests/mask-error.ts'
import { executeLimited } from '../cost/execute.ts'
import { subscribeLimited } from '../cost/subscribe.ts'
import type { createGraphql } from '../graphql.ts'
import { authenticate } from './authenticate.ts'
import type { Connection } from './connection.ts'
import { sendingResults } from './frames.ts'
import { type Operation, readOperation } from './read-operation.ts'
import { sendOver } from './serve-protocol.ts'

export const maxOperations = 20

const stillStarting = () =>
  coded('BAD_USER_INPUT', 'An operation with this id is still starting: use another id')

/** What graphql-ws does with each message of a socket. Errors lose their HTTP statuses, which mean nothing here. */
export function createProtocol(graphql: ReturnType<typeof createGraphql>) {
  return makeServer<{ authorization?: unknown; Authorization?: unknown }, Connection>({
    connectionInitWaitTimeout: 10_000,
    onConnect: ({ connectionParams, extra }) =>
      authenticate(extra, connectionParams?.authorization ?? connectionParams?.Authorization),
    onSubscribe({ extra, subscriptions }, id, message) {
      if (Object.keys(subscriptions).length > maxOperations) {
        return [coded('RATE_LIMITED', `A socket can carry at most ${maxOperations} operations at a time`)]
      }
      return readOperation(graphql, extra, id, message)
    },
    onError: (_context, _id, _message, errors) => errors.map(withoutHttp),
    onNext: (_context, _id, _message, _args, result) =>
      result.errors && { ...result, errors: result.errors.map(withoutHttp) },
    async execute(args) {
      const { connection, id, ...operation } = args as Operation
      return maskResult(await executeLimited(operation, connection.hungUp, false, () => execute(operation)))
    },
    async subscribe(args) {
      const { connection, id, ...operation } = args as Operation
      // graphql-ws would end only one of two with the same id.
      if (connection.starting.has(id)) return { errors: [stillStarting()] }
      connection.starting.add(id)
      const results = await subscribeLimited(operation, connection.hungUp).finally(() =>
        connection.starting.delete(id),
      )
      if (!(Symbol.asyncIterator in results)) return maskResult(results)
      return sendingResults(results, id, (message) => sendOver(connection.socket, message))
    },
  })
}
