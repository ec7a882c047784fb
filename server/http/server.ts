import { type IncomingMessage, type ServerOptions, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { config, configured } from '../config/config.ts'
import { arrival } from './arrival.ts'

/** Whether a request opens a WebSocket, the only upgrade accepted here. */
function isSocket({ headers, url }: IncomingMessage): boolean {
  return (
    config.servesWeb && headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?')[0] === '/graphql'
  )
}

export const connections = configured(
  ({ keepAliveSeconds }): ServerOptions => ({
    ...arrival,
    // Longer than a load balancer keeps its end open; otherwise it would sometimes send into a closing connection.
    keepAliveTimeout: keepAliveSeconds * 1_000,
    // Every other upgrade, such as h2c, is ignored, and the request is answered as usual (RFC 9110, 7.8).
    shouldUpgradeCallback: isSocket,
  }),
)

/** Default headers of every response: no sniffing, referrer, caching, framing or scripts. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Ends a connection with a response that Node does not write for us. */
export function refuse(socket: Duplex, status: number, more: Record<string, string> = {}): void {
  const headers = { ...always, connection: 'close', 'content-length': '0', ...more }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`
  socket.end(head, () => socket.destroy())
}

/** As Node answers them, but without headers. */
const clientErrors: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers what Node cannot read as a request, or what has not arrived in time. */
export function refuseUnreadable({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: answering } = socket as Duplex & { _httpMessage?: ServerResponse }
  if (!socket.writable || answering?.headersSent) socket.destroy()
  else refuse(socket, clientErrors[code] ?? 400)
}

/** Sets the response's headers; false if it has been answered already, because its Host is invalid. */
export function prepare({ headers: { host } }: IncomingMessage, response: ServerResponse): boolean {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (host === undefined || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))) return true
  response.writeHead(400, { 'content-type': 'text/plain' }).end('The Host header is malformed')
  return false
}
