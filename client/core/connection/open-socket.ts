import { type Client, createClient } from 'graphql-ws/client'
import { backoff } from './backoff.ts'
import { type Connection, pause } from './connection.ts'
import type { SessionKeeper } from './session.ts'

const forbidden = 4403

interface Options {
  url: string
  session: SessionKeeper
  connection: Connection
  onConnected: () => void
  onClosed: () => void
}

/** Connects with the first operation. It never gives up and reports its state to `connection`. */
export function openSocket({ url, session, connection, onConnected, onClosed }: Options): Client {
  let pongDeadline: ReturnType<typeof setTimeout>
  let token = ''
  let operations = 0

  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    async connectionParams() {
      token = await session.token()
      return { authorization: `Bearer ${token}` }
    },
    // Numbered, so that many readers' messages are the same bytes.
    generateID: () => `${++operations}`,
    lazyCloseTimeout: 5_000,
    keepAlive: 20_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => pause(connection, backoff(retries)),
    shouldRetry: () => true,
    on: {
      connected: () => {
        connection.set('connected')
        onConnected()
      },
      closed: (event) => {
        clearTimeout(pongDeadline)
        const { code } = event as CloseEvent
        if (code === forbidden) session.expire(token)
        if (code !== 1000) connection.set('reconnecting')
        onClosed()
      },
      // After sleep or a dropped line a socket still looks open, so it must answer a ping.
      ping: (received) => {
        if (!received) pongDeadline = setTimeout(() => socket.terminate(), 8_000)
      },
      pong: (received) => {
        if (received) clearTimeout(pongDeadline)
      },
    },
  })

  // Without a network, a socket stays open until something checks it.
  const stopWatching = connection.onChange((status) => {
    if (status === 'offline') socket.terminate()
  })
  session.onEnd(() => {
    stopWatching()
    // Rejects while a connection is being made; nothing needs to know.
    void Promise.resolve(socket.dispose()).catch(() => {})
  })
  return socket
}
