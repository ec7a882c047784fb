import { afterEach, beforeEach, vi } from 'vitest'
import { createGraphQLClient } from '../../../../client/core/connection/client.ts'
import type { Connection } from '../../../../client/core/connection/connection.ts'
import { createSession, type Renewal, type Session } from '../../../../client/core/connection/session.ts'
import type { Texts } from '../../../../client/core/connection/unknown-documents.ts'
import { trusted } from '../../../../client/core/trusted-document.ts'
import { FakeSocket } from './fake-socket.ts'

const messageAdded = trusted<
  { messageAdded: { position: number } },
  { ticketId: string; after: number | null }
>('subscription', 'MessageAdded', 'id of MessageAdded')

/** Fake timers, sockets and answers for every test of the file that calls it. */
export function useScene() {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeSocket)
    FakeSocket.all = []
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}

export const minutes = (count: number) => count * 60_000

/** A session with this lifetime, by a clock that may be wrong. */
export function sessionFor(lifetime: number, token = 'first'): Session {
  return { token, expiresAt: new Date(Date.now() + lifetime).toISOString() }
}

interface Options {
  /** Responds to HTTP requests; by default the server is unreachable. */
  respond?: (request: {
    url: string
    body: Record<string, unknown>
    headers: Headers
    signal: AbortSignal
  }) => Response | Promise<Response>
  renew?: () => Promise<Renewal<Session>>
  texts?: Texts
}

/** A client with one subscription to a ticket’s messages after position 2. */
export function openClient({ respond, renew, texts }: Options = {}) {
  const requests: { accept: string | null; body: Record<string, unknown>; token: string | null }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const body = JSON.parse(String(init.body))
    requests.push({ accept: headers.get('accept'), body, token: headers.get('authorization') })
    if (!respond) throw new TypeError('Failed to fetch')
    return respond({ url, body, headers, signal: init.signal as AbortSignal })
  })
  const session = createSession({
    initial: sessionFor(minutes(15)),
    renew: renew ?? (async () => ({ outcome: 'renewed', session: sessionFor(minutes(15), 'second') })),
  })
  const { client, connection } = createGraphQLClient({
    url: 'https://desk.example/graphql',
    session,
    texts: texts ?? (() => Promise.reject(new Error('No texts are needed'))),
  })
  const positions: number[] = []
  /** Codes of the errors that the subscription ended with. */
  const codes: string[] = []
  const { unsubscribe } = client
    .subscription(messageAdded, { ticketId: 'ticket', after: 2 })
    .subscribe(({ data, error }) => {
      if (data) positions.push(data.messageAdded.position)
      if (error) codes.push(String(error.graphQLErrors[0]?.extensions.code))
    })
  const missed = countCatchUps(connection)
  return { client, session, connection, requests, positions, codes, unsubscribe, missed }
}

function countCatchUps(connection: Connection) {
  const missed = { count: 0 }
  connection.onCatchUp(() => {
    missed.count += 1
  })
  return missed
}

/** Runs whatever is due now. */
export const settle = () => vi.advanceTimersByTimeAsync(0)

/** Opens the newest socket, and lets the server acknowledge it. */
export async function welcome(socket = FakeSocket.last): Promise<void> {
  socket.open()
  await settle()
  socket.receive({ type: 'connection_ack' })
  await settle()
}

/** Two sockets in a row fail. */
export async function blockSockets(): Promise<void> {
  for (let count = 1; count <= 2; count++) {
    await vi.waitUntil(async () => {
      await vi.advanceTimersByTimeAsync(100)
      return FakeSocket.all.length === count
    })
    FakeSocket.last.close(1006)
    await settle()
  }
}

/** An event stream whose bytes the test sends. */
export function eventStream(signal: AbortSignal) {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream = controller
      signal.addEventListener('abort', () => {
        try {
          controller.error(signal.reason)
        } catch {
          // It has already ended.
        }
      })
    },
  })
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    send: (text: string) => stream?.enqueue(encoder.encode(text)),
    next: (data: object) =>
      stream?.enqueue(encoder.encode(`event: next\ndata: ${JSON.stringify({ data })}\n\n`)),
    /** The server ends the subscription with an error in its last payload. */
    fail(code: string): void {
      const result = { data: null, errors: [{ message: code, extensions: { code } }] }
      stream?.enqueue(encoder.encode(`event: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\n\n`))
      stream?.close()
    },
    end: () => stream?.close(),
  }
}
