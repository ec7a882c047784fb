import { Client, fetchExchange, type SSRData, ssrExchange, subscriptionExchange } from '@urql/core'
import { authorizedFetch } from './authorized-fetch.ts'
import { type Connection, createConnection } from './connection.ts'
import type { GraphQLRequest } from './post.ts'
import { sendQuery } from './send-query.ts'
import { sendSubscription } from './send-subscription.ts'
import type { SessionKeeper } from './session.ts'
import { createSocket } from './socket.ts'
import { createTransport } from './transport.ts'

interface Options {
  url: string
  session: SessionKeeper
  /** Answers that the server wrote into the document. */
  embedded?: SSRData | undefined
}

export interface GraphQLClient {
  client: Client
  connection: Connection
}

/**
 * Queries and subscriptions share one WebSocket; mutations go by POST, because graphql-ws repeats an
 * unanswered one after a reconnect. There is no cache: the apps keep what they show and feed it from subscriptions.
 */
export function createGraphQLClient({ url, session, embedded = {} }: Options): GraphQLClient {
  const connection = createConnection()
  const send = authorizedFetch(session)
  const socket = createSocket(url, session, connection)
  const transport = createTransport({ url, socket, connection, send, session })

  const client = new Client({
    url,
    fetch: send,
    preferGetMethod: false,
    exchanges: [
      ssrExchange({ isClient: true, initialState: embedded }),
      subscriptionExchange({
        isSubscriptionOperation: (operation) => operation.kind !== 'mutation',
        forwardSubscription: ({ query = '', variables }, operation) => ({
          subscribe(sink) {
            const request: GraphQLRequest = { query, variables: { ...variables } }
            const start = operation.kind === 'query' ? sendQuery : sendSubscription
            return { unsubscribe: start(transport, request, sink as never) }
          },
        }),
      }),
      fetchExchange,
    ],
  })
  return { client, connection }
}
