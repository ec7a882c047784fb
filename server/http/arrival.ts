import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'

/** Milliseconds within which a request's head must arrive. */
const headTime = 10_000

/**
 * Limits on how slowly a request may arrive. Node checks them only every `connectionsCheckingInterval`. The body is up
 * to `limitBody`: Node has only one limit for all routes.
 */
export const arrival: ServerOptions = {
  headersTimeout: headTime,
  requestTimeout: 0,
  connectionsCheckingInterval: 2_000,
}

/** Milliseconds that a request's body may take after that. Routes for large ones end those that stall. */
function bodyTime({ url = '' }: IncomingMessage): number {
  if (url.startsWith('/uploads/')) return 30 * 60_000
  return url.split('?')[0] === '/inbound' ? 120_000 : 10_000
}

/** Closes the connection of a request whose body has not arrived in time, with 408 if nothing has been sent yet. */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request
  if (!headers['content-length'] && !headers['transfer-encoding']) return
  const close = () => {
    if (request.complete) return
    if (!response.headersSent) response.writeHead(408, { connection: 'close' }).end()
    request.destroy()
  }
  // After a pause of the whole process, what has arrived in the meantime is read first.
  const timer = setTimeout(() => setImmediate(close), bodyTime(request)).unref()
  request.once('end', () => clearTimeout(timer))
}
