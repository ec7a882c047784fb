import { Client } from '@urql/core'
import { authorizedFetch } from './authorized-fetch.ts'
import { type Connection, createConnection } from './connection.ts'
import { exchangeBy } from './exchange.ts'
import { requestFor } from './request.ts'
import { sendMutation } from './send-mutation.ts'
import { sendQuery } from './send-query.ts'
import { sendSubscription } from './send-subscription.ts'
import type { SessionKeeper } from './session.ts'
import { createSocket } from './socket.ts'
import { createTransport } from './transport.ts'
import { asTextWhereUnknown, type Texts } from './unknown-documents.ts'

interface Options {
  url: string
  session: SessionKeeper
  texts: Texts
}

export interface GraphQLClient {
  client: Client
  connection: Connection
}

/**
 * Queries and subscriptions share one WebSocket; mutations go by POST. Operations are sent by their ids.
 * There is no cache: the apps keep what they show and feed it from subscriptions.
 */
export function createGraphQLClient({ url, session, texts }: Options): GraphQLClient {
  const connection = createConnection()
  const send = authorizedFetch(session)
  const socket = createSocket(url, session, connection)
  const transport = createTransport({ url, socket, connection, send, session })
  const known = asTextWhereUnknown(texts)

  const client = new Client({
    url,
    exchanges: [
      exchangeBy(({ kind, query, variables, context }, sink) => {
        const senders = {
          query: sendQuery,
          subscription: sendSubscription,
          mutation: sendMutation(context.fetch),
        }
        const start = known(senders[kind as keyof typeof senders])
        return start(transport, requestFor(query, { ...variables }), sink)
      }),
    ],
  })
  return { client, connection }
}
