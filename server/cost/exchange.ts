import { config } from '../config/config.ts'
import { listenToAll } from '../wakeups/deliver.ts'
import { publishElsewhere } from '../wakeups/publish.ts'
import type { spenders } from '../wakeups/wake.ts'

export type Spender = (typeof spenders)[number]

/** Milliseconds for which spending is collected before other processes are notified. */
const collectFor = 1_000
/** Callers per wake-up, which must be shorter than 2,000 bytes. */
const callersPerWakeup = 15

/**
 * Shares callers' spending among processes: approximately, in batches, and only if it is worth it. Returns a function
 * that records local spending; `apply` is called for spending elsewhere.
 */
export function shareSpending(
  worth: (kind: Spender) => number,
  apply: (kind: Spender, caller: string, points: number) => unknown,
): (kind: Spender, caller: string, points: number) => void {
  const noted = new Map<string, [kind: Spender, caller: string, points: number]>()
  let waiting = false
  let startedAt = Date.now()

  function send() {
    waiting = false
    const spent = [...noted.values()].filter(([kind, , points]) => points >= worth(kind))
    for (const [, caller] of spent) noted.delete(caller)
    for (let start = 0; start < spent.length; start += callersPerWakeup) {
      publishElsewhere({ topics: [], spent: spent.slice(start, start + callersPerWakeup) })
    }
    // Allowances last a minute: an amount too small to share means nothing for the next one.
    if (Date.now() - startedAt > 60_000) {
      noted.clear()
      startedAt = Date.now()
    }
  }

  listenToAll(({ spent = [] }) => {
    for (const [kind, caller, points] of spent) apply(kind, caller, points)
  })

  return (kind, caller, points) => {
    if (!config.databaseUrl) return
    noted.set(caller, [kind, caller, (noted.get(caller)?.[2] ?? 0) + points])
    if (!waiting) setTimeout(send, collectFor).unref()
    waiting = true
  }
}
