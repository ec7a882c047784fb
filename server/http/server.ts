import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'
import { config } from '../config/config.ts'
import { arrival } from './arrival.ts'

/** Whether a request opens the one kind of connection that HTTP is left for here. */
function isSocket({ headers, url }: IncomingMessage): boolean {
  return (
    config.servesWeb && headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?')[0] === '/graphql'
  )
}

export const connections: ServerOptions = {
  ...arrival,
  // Longer than a load balancer keeps its end open, or it would now and then send into a closing connection.
  keepAliveTimeout: config.keepAliveSeconds * 1_000,
  // Every other upgrade, such as h2c, is ignored, and the request answered as it is (RFC 9110, 7.8).
  shouldUpgradeCallback: isSocket,
}

/** Headers of every answer, unless its route says more: nothing is guessed, passed on, kept, framed or run. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Gives the answer its headers; false where it is given already, as the request names no host that can be one. */
export function prepare({ headers: { host } }: IncomingMessage, response: ServerResponse): boolean {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (host === undefined || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))) return true
  response.writeHead(400, { 'content-type': 'text/plain' }).end('The Host header is malformed')
  return false
}
