import { setTimeout as sleep } from 'node:timers/promises'
import type WebSocket from 'ws'
import type { Client, Result } from './client.ts'

/**
 * A subscription on its own socket. `items`: the data so far; `error`: what it ended with; `until` resolves when its
 * condition holds, and fails if the stream ends first.
 */
export function follow(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const items: Result[] = []
  const connected = Promise.withResolvers<WebSocket>()
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  const ended = Promise.withResolvers<void>()
  const waiting = new Set<() => void>()
  const follower = {
    items,
    error: undefined as { message: string; extensions: Record<string, unknown> } | undefined,
    /** The raw socket, once it is accepted. */
    connected: connected.promise,
    /** The socket's close event. */
    closed: closed.promise,
    /** The end of the stream, for any reason. */
    ended: ended.promise,
    stop: () => unsubscribe(),
    close: async () => {
      unsubscribe()
      await socket.dispose()
    },
    until(condition: (items: Result[]) => boolean, limit = 60_000): Promise<Result[]> {
      const outcome = Promise.withResolvers<Result[]>()
      const look = () => condition(items) && outcome.resolve(items)
      const late = () =>
        outcome.reject(new Error(`Waited in vain; seen so far: ${JSON.stringify(items).slice(0, 500)}`))
      const timer = setTimeout(late, limit)
      waiting.add(look)
      ended.promise.then(late)
      look()
      return outcome.promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(look)
      })
    },
    count: (count: number) => follower.until(({ length }) => length >= count),
  }
  const socket = client.socket()
  socket.on('connected', (raw) => connected.resolve(raw as WebSocket))
  socket.on('closed', (event) => {
    closed.resolve(event as { code: number; reason: string })
    ended.resolve()
  })
  const unsubscribe = socket.subscribe<Result>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors?.[0]) follower.error = errors[0] as unknown as typeof follower.error
        else items.push(data)
        for (const look of waiting) look()
      },
      error: (error) => {
        if (Array.isArray(error)) follower.error = error[0]
        ended.resolve()
      },
      complete: () => ended.resolve(),
    },
  )
  return follower
}

export type Follower = ReturnType<typeof follow>

/** Resolves when `count` subscriptions wait for wake-ups in the server at `origin`: from then on none is missed. */
export const listening = (origin: string, count: number) => reaches(origin, 'live_listeners', count)

/** Resolves when `count` operations wait for their turns. */
export const waiting = (origin: string, count: number) => reaches(origin, 'operations_waiting', count)

async function reaches(origin: string, metric: string, count: number): Promise<void> {
  const end = Date.now() + 240_000
  let seen = -1
  while (Date.now() < end) {
    const metrics = await (await fetch(`${origin}/metrics`)).text()
    seen = Number(new RegExp(`^${metric} (\\d+)`, 'm').exec(metrics)?.[1])
    if (seen === count) return
    await sleep(20)
  }
  throw new Error(`${metric} is ${seen}, not ${count}`)
}

/** Subscription to a ticket's messages. */
export const messageAdded =
  'subscription ($ticketId: ID!, $after: Int) { messageAdded(ticketId: $ticketId, after: $after) { position body } }'

/** Subscription to the tickets that the caller may see. */
export const ticketChanged =
  'subscription { ticketChanged { ticketId ticket { number status messageCount unreadCount } } }'
