import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import { WebSocketServer } from 'ws'
import { openCount } from './cost/open-count.ts'
import type { createGraphql } from './graphql.ts'
import { refuse } from './http/server.ts'
import { addressOf } from './identity/caller-address.ts'
import { isAnswered } from './identity/demo-hosts.ts'
import { createProtocol } from './live/protocol.ts'
import { serveProtocol } from './live/serve-protocol.ts'

/** Maximum bytes of one message. */
export const maxMessageBytes = 64 * 1024
/** For one network address, before authentication. */
export const maxUnknown = 50

/** GraphQL over WebSockets on `/graphql`: the same limits, viewers and errors as over HTTP. */
export function serveLive(server: Server, graphql: ReturnType<typeof createGraphql>) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols,
  })
  const protocol = createProtocol(graphql)
  const countUnknown = openCount()

  // Otherwise ws would answer without our headers.
  sockets.on('wsClientError', (_error, socket, { method }) =>
    refuse(socket, method === 'GET' ? 400 : 405, { 'sec-websocket-version': '13, 8' }),
  )
  server.on('upgrade', (handshake: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on Node leaves the socket's errors to us; without a listener, a reset would end the process.
    socket.on('error', () => socket.destroy())
    if (!isAnswered(handshake)) return refuse(socket, 421)
    const address = addressOf(handshake)
    const isKnown = countUnknown(address, maxUnknown)
    if (!isKnown) return refuse(socket, 429, { 'retry-after': '10' })
    socket.once('close', isKnown)
    const { origin = null } = handshake.headers
    sockets.handleUpgrade(handshake, socket, head, (ws) => {
      const hangUp = new AbortController()
      ws.once('close', () => hangUp.abort())
      serveProtocol(protocol, ws, {
        socket: ws,
        origin,
        address,
        isKnown,
        hungUp: hangUp.signal,
        starting: new Set<string>(),
      })
    })
  })

  return {
    async dispose() {
      for (const socket of sockets.clients) socket.close(1001, 'Going away')
      await new Promise((resolve) => sockets.close(resolve))
    },
    /** Destroys sockets that do not respond to being closed. */
    terminate: () => {
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}
