import type { Client } from '@urql/core'
import type { Files } from '../attachments/create-files.tsx'
import { createGraphQLClient } from '../core/connection/client.ts'
import type { Connection } from '../core/connection/connection.ts'
import {
  createSession,
  noSession,
  type Renewal,
  type Session,
  type SessionKeeper,
} from '../core/connection/session.ts'
import { loadOnce } from '../core/load-once.ts'
import { createOutbox, type Outbox } from '../core/sending/outbox.ts'
import { loadTexts } from './load-texts.ts'

/** What an app needs while somebody is signed in. */
export interface Running {
  session: SessionKeeper
  client: Client
  connection: Connection
  outbox: Outbox
  /** Loads the code that uploads and shows files. */
  files: () => Promise<Files>
}

interface Options<S extends Session> {
  session: S
  renew: (current: S, client: Client) => Promise<Renewal<S>>
  files: (client: Client) => Promise<Files>
}

// The frame's own origin is opaque ("null"), but its location still names the server.
const graphqlUrl = new URL('/graphql', location.origin).href

export function start<S extends Session>({ session: initial, renew, files }: Options<S>): Running {
  const session = createSession({ initial, renew: (current: S) => renew(current, client) })
  const { client, connection } = createGraphQLClient({ url: graphqlUrl, session, texts: loadTexts })
  watchDevice(connection, session)
  const outbox = createOutbox(connection)
  session.onEnd(outbox.stop)
  return { session, client, connection, outbox, files: loadOnce(() => files(client)) }
}

/** For signed-out pages: sends only operations that need no session. */
export function startSignedOut(): Running {
  const { client, connection } = createGraphQLClient({
    url: graphqlUrl,
    session: noSession,
    texts: loadTexts,
  })
  const files = () => Promise.reject(new Error('Signed out'))
  return { session: noSession, client, connection, outbox: createOutbox(connection), files }
}

/** Notices at once what a connection would only notice later. */
function watchDevice(connection: Connection, session: SessionKeeper): void {
  connection.setOnline(navigator.onLine)
  addEventListener('offline', () => connection.setOnline(false))
  addEventListener('online', () => connection.setOnline(true))
  connection.setVisible(!document.hidden)
  document.addEventListener('visibilitychange', () => connection.setVisible(!document.hidden))
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) session.wake()
  })
}
