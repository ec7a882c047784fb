import { type Context, member } from '../api/context.ts'
import { countSubscription } from '../cost/subscriptions.ts'
import { startTurn } from '../cost/turns.ts'
import type { Place } from './cursor.ts'
import { watchRights } from './rights.ts'
import { thisMoment } from './shared-reads.ts'
import { listen } from './wakeups.ts'
import { watch } from './watched.ts'

const maxPending = 1_000

export interface News {
  /** Changed tickets, each with the position of its newest event; without one if no event changed it. */
  changes: { ticketId: string; position?: number }[]
  /** The newest event with a wake-up. */
  newest?: Place
  /** Whether there was a wake-up, or only the caller's rights have to be checked. */
  woken: boolean
  /** Whether wake-ups may be missing. */
  lost: boolean
  /** Moment of the last wake-up, or of the start: anything read since is current. */
  since: number
}

/**
 * A stream woken by `topic`: `run` gets news at once, then after each wake-up and when its caller's rights have ended,
 * and yields what its reader does not have yet. While a reader is slow, its wake-ups are merged into one set of ids, so
 * they take no memory. An error thrown by `run` becomes the last payload: resolvers `rethrow` it.
 */
export function liveStream<T>(
  context: Context,
  topic: string,
  run: (news: AsyncIterable<News>) => AsyncGenerator<T>,
): AsyncIterable<T | Error> {
  const pending = new Map<string, number | undefined>()
  let newest: Place | undefined
  let since = thisMoment()
  let woken = false
  let lost = false
  let ended = false
  let ring = () => {}
  let endTurn = () => {}

  const { websiteId } = member(context)
  const release = countSubscription(context)
  const unwatch = watch(websiteId)
  const unwatchRights = watchRights(context, () => ring())
  const unlisten = listen(topic, (wake) => {
    woken = true
    since = thisMoment()
    if (wake === 'lost') lost = true
    else if (wake.ticketId) {
      const { ticketId, place } = wake
      const isOther = !place || (pending.has(ticketId) && pending.get(ticketId) === undefined)
      pending.set(ticketId, isOther ? undefined : place.position)
      newest = place ?? newest
    }
    if (pending.size > maxPending) lost = true
    if (lost) pending.clear()
    ring()
  })

  function stopListening() {
    unlisten()
    unwatch()
    unwatchRights()
    release()
  }

  async function* news(): AsyncGenerator<News> {
    while (!ended) {
      const changes = [...pending].map(([ticketId, position]) => ({ ticketId, position }))
      const latest = { changes, newest, woken, lost, since }
      pending.clear()
      woken = false
      lost = false
      yield latest
      if (!woken && !ended) await wakeUp()
    }
  }

  async function wakeUp() {
    const bell = Promise.withResolvers<void>()
    ring = bell.resolve
    endTurn()
    await bell.promise
    endTurn = await startTurn('event', context)
  }

  async function* stream(): AsyncGenerator<T | Error> {
    try {
      yield* run(news())
    } catch (error) {
      yield error instanceof Error ? error : new Error(String(error))
    } finally {
      stopListening()
    }
  }

  const source = stream()
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        // A turn lasts only while something is read, not while waiting for news or for a slow reader.
        endTurn = await startTurn('event', context)
        try {
          return await source.next()
        } finally {
          endTurn()
        }
      },
      return() {
        // A waiting generator would notice its end only at the next wake-up.
        ended = true
        stopListening()
        ring()
        return source.return(undefined)
      },
    }),
  }
}

/** The payload, unless the stream ended with an error. */
export function rethrow<T>(payload: T | Error): T {
  if (payload instanceof Error) throw payload
  return payload
}
