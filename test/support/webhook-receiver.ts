import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { listen } from './listen.ts'

export interface Arrival {
  path: string
  headers: IncomingHttpHeaders
  body: string
  /** Its `webhook-id`. */
  id: string
}

/** A status, or any other way to treat a request. */
export type Mood = number | ((response: ServerResponse, request: IncomingMessage) => void)

/** A real HTTP server that stores what it gets, and responds as configured, by default with 204. */
export async function startReceiver() {
  const arrivals: Arrival[] = []
  const waiting = new Set<() => void>()
  const moods = new Map<string, Mood>()
  let [now, most] = [0, 0]

  const server = createServer(async (request, response) => {
    most = Math.max(most, ++now)
    response.once('close', () => now--)
    const path = request.url ?? ''
    const body = await text(request)
    arrivals.push({ path, headers: request.headers, body, id: String(request.headers['webhook-id']) })
    for (const wake of waiting) wake()
    const mood = moods.get(path) ?? 204
    if (typeof mood === 'number') response.writeHead(mood).end('{"ok":false}')
    else mood(response, request)
  })
  // A killed client breaks its connection.
  server.on('clientError', () => {})
  const port = await listen(server, 0)
  const at = (path: string) => arrivals.filter((arrival) => arrival.path === path)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })

  return {
    port,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    at,
    set: (path: string, mood: Mood) => moods.set(path, mood),
    /** Most requests that were open at a time. */
    most: () => most,
    /** What arrived at a path, once there are `count`. */
    async count(path: string, count: number): Promise<Arrival[]> {
      while (at(path).length < count) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting.add(resolve)
        await promise
        waiting.delete(resolve)
      }
      return at(path)
    },
  }
}
