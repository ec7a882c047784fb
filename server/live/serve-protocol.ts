import { CloseCode, type makeServer } from 'graphql-ws'
import type { RawData, WebSocket } from 'ws'
import { log } from '../log/log.ts'

/** Milliseconds of silence after which a socket is pinged, and then closed. */
const pingInterval = 20_000
/** Bytes that a reader may leave unread before nothing more is read of what it asks for. */
const maxUnread = 1_000_000

/**
 * Serves graphql-ws’s protocol over a socket. `graphql-ws/use/ws` would keep the handshake and each subscription's
 * message, with the buffer it came in, as long as the socket: ten kilobytes for each.
 */
export function serveProtocol<Extra extends Record<PropertyKey, unknown>>(
  protocol: ReturnType<typeof makeServer<never, Extra>>,
  socket: WebSocket,
  extra: Extra,
): void {
  const fail = (err: unknown) => {
    log.error({ err }, 'a socket failed')
    socket.close(CloseCode.InternalServerError, 'Internal server error')
  }
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => sendOver(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => socket.on('message', (data: RawData) => void handle(String(data)).catch(fail)),
    },
    extra,
  )
  const stopListening = terminateWhenSilent(socket)
  socket.on('ping', (data) => void answerPing(socket, data))
  // `ws` itself closes a socket after an error.
  socket.on('error', () => {})
  socket.once('close', (code, reason) => {
    stopListening()
    closed(code, String(reason)).catch(fail)
  })
}

/** Sends a message; while the reader is slow, resolves only once it has been passed on. */
export async function sendOver(socket: WebSocket, message: string | Buffer): Promise<void> {
  if (socket.readyState !== socket.OPEN) return
  let sent = () => {}
  socket.send(message, { binary: false }, () => sent())
  if (socket.bufferedAmount === 0) return
  const passedOn = new Promise<void>((resolve) => {
    sent = resolve
  })
  await readLessUntil(passedOn, socket)
}

async function answerPing(socket: WebSocket, data: Buffer): Promise<void> {
  if (socket.readyState !== socket.OPEN) return
  const passedOn = new Promise<void>((resolve) => socket.pong(data, false, () => resolve()))
  if (socket.bufferedAmount > 0) await readLessUntil(passedOn, socket)
}

/** Every message may be answered: those of a caller that does not read the answers must not fill the memory. */
async function readLessUntil(passedOn: Promise<void>, socket: WebSocket): Promise<void> {
  if (socket.bufferedAmount > maxUnread) socket.pause()
  await passedOn
  if (socket.isPaused && socket.bufferedAmount <= maxUnread) socket.resume()
}

/**
 * A lost connection looks like silence: pings after a while, and terminates the socket if no response comes. What a slow
 * reader takes is a response as well.
 */
function terminateWhenSilent(socket: WebSocket): () => void {
  let silent = 0
  let unread = 0
  const noteSign = () => {
    silent = 0
  }
  socket.on('message', noteSign).on('pong', noteSign)
  const timer = setInterval(() => {
    if (socket.bufferedAmount < unread) noteSign()
    unread = socket.bufferedAmount
    silent++
    if (silent === 2) socket.ping()
    if (silent > 2) socket.terminate()
  }, pingInterval)
  return () => clearInterval(timer)
}
