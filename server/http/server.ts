import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'
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

/** Sets the response's headers; false if it has been answered already, because its Host is invalid. */
export function prepare({ headers: { host } }: IncomingMessage, response: ServerResponse): boolean {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (host === undefined || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))) return true
  response.writeHead(400, { 'content-type': 'text/plain' }).end('The Host header is malformed')
  return false
}
