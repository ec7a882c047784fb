import { coded } from './errors.ts'
import { listen } from './events.ts'

/** Milliseconds after which a subscriber looks even when nobody woke it. */
const patience = 3_000
const mostPending = 1_000

export interface Wakeups {
  /** Resolves when something happened (`woken`) or after a few seconds. `lost`: wake-ups may be missing. */
  next(): Promise<{ ids: string[]; woken: boolean; lost: boolean }>
}

/**
 * A stream that is woken by `topic`: `run` reads and yields what is new each time, at the reader's pace.
 * While a reader is slow its wake-ups fall together into one set of ids, so that it costs no memory.
 * An error thrown by `run` becomes the last payload: resolvers rethrow it by `rethrow`.
 */
export function liveStream<T>(
  topic: string,
  run: (wakeups: Wakeups) => AsyncGenerator<T>,
): AsyncIterable<T | Error> {
  const pending = new Set<string>()
  let woken = false
  let lost = false
  let ended = false
  let ring = () => {}

  const stopListening = listen(topic, (wake) => {
    woken = true
    if (wake === 'lost') lost = true
    else if (wake.ticketId) pending.add(wake.ticketId)
    if (pending.size > mostPending) lost = true
    ring()
  })

  async function next() {
    if (!woken && !ended) {
      const bell = Promise.withResolvers<void>()
      ring = bell.resolve
      const timer = setTimeout(bell.resolve, patience)
      await bell.promise
      clearTimeout(timer)
    }
    const news = { ids: [...pending], woken, lost }
    pending.clear()
    woken = false
    lost = false
    return news
  }

  async function* stream(): AsyncGenerator<T | Error> {
    try {
      for await (const item of run({ next })) {
        if (ended) return
        yield item
      }
    } catch (error) {
      yield error instanceof Error ? error : coded('INTERNAL_SERVER_ERROR', String(error))
    } finally {
      stopListening()
    }
  }

  const source = stream()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => source.next(),
      return() {
        // A generator that waits would hear of its end only when it wakes.
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
