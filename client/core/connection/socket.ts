import type { Client } from 'graphql-ws/client'
import { loadOnce } from '../load-once.ts'
import type { Connection } from './connection.ts'
import { listeners } from './listeners.ts'
import type { SessionKeeper } from './session.ts'

export interface Socket {
  subscribe: Client['subscribe']
  on(event: 'connected' | 'closed', listener: () => void): () => void
}

/** The only WebSocket. Its script is loaded with the first operation: what is shown first does without. */
export function createSocket(url: string, session: SessionKeeper, connection: Connection): Socket {
  const connected = listeners<[]>()
  const closed = listeners<[]>()
  const load = loadOnce(async () => {
    try {
      const { openSocket } = await import('./open-socket.ts')
      return openSocket({ url, session, connection, onConnected: connected.call, onClosed: closed.call })
    } catch (error) {
      closed.call()
      throw error
    }
  })

  return {
    on: (event, listener) => (event === 'closed' ? closed : connected).add(listener),
    subscribe(message, sink) {
      let wanted = true
      let unsubscribe = () => {}
      load().then(
        (client) => {
          if (wanted) unsubscribe = client.subscribe(message, sink)
        },
        (error) => sink.error(error),
      )
      return () => {
        wanted = false
        unsubscribe()
      }
    },
  }
}
