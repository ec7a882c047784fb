import { GraphQLError } from 'graphql'
import { CloseCode } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { type Context, callerId, contextFor } from '../api/context.ts'
import { openCount } from '../cost/open-count.ts'
import { watchRights } from '../subscriptions/rights.ts'
import type { Connection } from './connection.ts'

/** Per caller; others are operators and keys. */
export const maxSockets = { customer: 10, others: 1_000 }

const countSocket = openCount()

/** Finds out who is calling, by the `connection_init` payload's token. Returns false if the socket must close. */
export async function authenticate(connection: Connection, token: unknown): Promise<boolean> {
  const { socket, origin, address } = connection
  const context = await contextFor({ authorization: typeof token === 'string' ? token : '', origin, address })
  // A socket that has closed meanwhile would be counted and watched forever.
  if (!context.viewer || socket.readyState !== socket.OPEN) return false
  connection.isKnown()
  const release = countSocket(
    callerId(context),
    context.viewer.kind === 'customer' ? maxSockets.customer : maxSockets.others,
  )
  if (!release) {
    socket.close(1013, 'Too many sockets')
    return false
  }
  socket.once('close', release)
  connection.context = context
  closeWithRights(socket, context)
  return true
}

/** Closes the socket when its session expires or its viewer loses access. */
function closeWithRights(socket: WebSocket, context: Context): void {
  const unwatch = watchRights(context, (error) => {
    if (error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED') {
      socket.close(CloseCode.Forbidden, 'The session has ended')
    }
  })
  socket.once('close', unwatch)
}
