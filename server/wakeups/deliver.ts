import { Gauge } from 'prom-client'
import { noteReported } from './reported.ts'
import type { Wake } from './wake.ts'

type Listener = (wake: Wake | 'lost') => void

const listeners = new Map<string, Set<Listener>>()
const listenersToAll: ((wake: Wake) => void)[] = []

new Gauge({
  name: 'live_listeners',
  help: 'Subscriptions of this process that wait for wake-ups.',
  collect() {
    this.set([...listeners.values()].reduce((sum, set) => sum + set.size, 0))
  },
})

/** Calls `listener` for each wake-up on `topic`, and with 'lost' if some may be missing, until the result is called. */
export function listen(topic: string, listener: Listener): () => void {
  const set = listeners.get(topic) ?? new Set()
  listeners.set(topic, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic)
  }
}

/** Passes every wake-up to `listener`, whatever its topics: those of this process, and those from others. */
export function listenToAll(listener: (wake: Wake) => void): void {
  listenersToAll.push(listener)
}

/** Wakes only this process's subscribers. */
export function deliver(wake: Wake): void {
  for (const listener of listenersToAll) listener(wake)
  if (listeners.size > 0) noteReported(wake)
  recover(wake)
}

/** The same for a change whose own wake-up was lost. It does not count as one: the next may be lost as well. */
export function recover(wake: Wake): void {
  for (const topic of wake.topics) for (const listener of listeners.get(topic) ?? []) listener(wake)
}

/** Says to every subscriber that wake-ups may be missing. */
export function deliverLost(): void {
  for (const set of listeners.values()) for (const listener of set) listener('lost')
}
