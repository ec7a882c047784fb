import { type Context, member } from '../api/context.ts'
import { countSubscription } from '../cost/subscriptions.ts'
import { startTurn } from '../cost/turns.ts'
import type { LogPlace } from '../events/place.ts'
import { watch } from '../events/watched.ts'
import { listen } from '../wakeups/deliver.ts'
import type { Wake } from '../wakeups/wake.ts'
import { watchRights } from './rights.ts'
import { thisMoment } from './shared-reads.ts'

const maxPending = 1_000

export interface Update {
  /** Changed tickets, each with the position of its newest event; without one if no event changed it. */
  changes: { ticketId: string; position?: number }[]
  /** The newest event with a wake-up. */
  newest?: LogPlace
  /** Whether there was a wake-up: not for the first update, nor for those after a full page. */
  woken: boolean
  /** Whether wake-ups may be missing. */
  lost: boolean
  /** Moment of the last wake-up, or of the start: anything read since is current. */
  since: number
  /** The same as a time. */
  at: Date
}

/** Of the latest wake-up: the same object for all streams it wakes, so that they share their reads. */
let latest: { wake?: Wake | 'lost'; since: number; at: Date } | undefined

function momentOf(wake: Wake | 'lost') {
  if (wake === 'lost' || latest?.wake !== wake) latest = { wake, since: thisMoment(), at: new Date() }
  return latest
}

/** Items that a reader does not have yet: all of them, or a full page. */
type Read<T> = (update: Update) => Promise<{ items: T[]; isFull?: boolean }>

/**
 * A stream woken by `topic`: `read` gets an update at once, and then after each wake-up, once the caller's rights have been
 * checked again. While a reader is slow, its wake-ups are merged into one set of ids, so they take no memory. An error
 * becomes the last payload: resolvers `rethrow` it.
 */
export function liveStream<T>(context: Context, topic: string, read: Read<T>): AsyncIterable<T | Error> {
  // A copy: Pothos caches by context, and would keep the operation's cache as long as the stream.
  return new LiveStream({ ...context }, topic, read)
}

/** The payload, unless the stream ended with an error. */
export function rethrow<T>(payload: T | Error): T {
  if (payload instanceof Error) throw payload
  return payload
}

const ended = { done: true, value: undefined } as const

/** Not a generator: each idle subscription would keep four of them in memory. */
class LiveStream<T> implements AsyncIterableIterator<T | Error> {
  readonly #context: Context
  readonly #read: Read<T>
  #release: (() => void)[]
  #items: T[] = []
  #next = 0
  #pending: Map<string, number | undefined> | undefined
  #newest: LogPlace | undefined
  #since = thisMoment()
  #at = new Date()
  #woken = false
  #lost = false
  #readsOn = true
  #rights = false
  #ended = false
  #ring = () => {}

  constructor(context: Context, topic: string, read: Read<T>) {
    const { websiteId } = member(context)
    this.#context = context
    this.#read = read
    this.#release = [
      countSubscription(context),
      watch(websiteId),
      watchRights(context, () => {
        this.#rights = true
        this.#ring()
      }),
      listen(topic, (wake) => this.#noteWake(wake)),
    ]
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<T | Error>> {
    try {
      while (!this.#ended) {
        if (this.#next < this.#items.length) {
          return { done: false, value: this.#items[this.#next++] as T }
        }
        if (this.#woken || this.#readsOn || this.#rights) await this.#readInTurn()
        else await this.#wakeUp()
      }
      return ended
    } catch (error) {
      this.#end()
      return { done: false, value: error instanceof Error ? error : new Error(String(error)) }
    }
  }

  return(): Promise<typeof ended> {
    this.#end()
    return Promise.resolve(ended)
  }

  #end(): void {
    this.#ended = true
    for (const release of this.#release.splice(0)) release()
    this.#ring()
  }

  #noteWake(wake: Wake | 'lost'): void {
    this.#woken = true
    const { since, at } = momentOf(wake)
    this.#since = since
    this.#at = at
    if (wake === 'lost') this.#lost = true
    else if (wake.ticketId) {
      const { ticketId, place } = wake
      this.#pending ??= new Map()
      const known = this.#pending
      const isOther = !place || (known.has(ticketId) && known.get(ticketId) === undefined)
      known.set(ticketId, isOther ? undefined : place.position)
      this.#newest = place ?? this.#newest
    }
    if ((this.#pending?.size ?? 0) > maxPending) this.#lost = true
    if (this.#lost) this.#pending = undefined
    this.#ring()
  }

  #wakeUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#ring = resolve
    })
  }

  /** A turn lasts only while something is read, not while waiting for an update or for a slow reader. */
  async #readInTurn(): Promise<void> {
    const endTurn = await startTurn('event', this.#context)
    try {
      this.#rights = false
      await this.#context.recheck()
      if (!this.#woken && !this.#readsOn) return
      const { items, isFull = false } = await this.#read(this.#takeUpdate())
      this.#items = items
      this.#next = 0
      this.#readsOn = isFull
    } finally {
      endTurn()
    }
  }

  #takeUpdate(): Update {
    const changes = [...(this.#pending ?? [])].map(([ticketId, position]) => ({ ticketId, position }))
    const update = {
      changes,
      newest: this.#newest,
      woken: this.#woken,
      lost: this.#lost,
      since: this.#since,
      at: this.#at,
    }
    this.#pending = undefined
    this.#woken = false
    this.#lost = false
    return update
  }
}
