import { config } from '../config/config.ts'
import { listenToSpending, publishElsewhere } from '../events/wakeups.ts'

/** Milliseconds for which spending is collected before the other processes hear of it. */
const collectFor = 1_000
/** Callers in one wake-up, which has to be shorter than 2,000 bytes. */
const atOnce = 15

/**
 * Shares among the processes what callers spend: approximately, in batches, and only what is worth it. Gives the function
 * that notes what was spent here; `apply` is called for what was spent elsewhere.
 */
export function shareSpending<Kind extends string>(
  worth: (kind: Kind) => number,
  apply: (kind: Kind, caller: string, points: number) => unknown,
): (kind: Kind, caller: string, points: number) => void {
  const noted = new Map<string, [kind: Kind, caller: string, points: number]>()
  let waiting = false
  let startedAt = Date.now()

  function send() {
    waiting = false
    const spent = [...noted.values()].filter(([kind, , points]) => points >= worth(kind))
    for (const [, caller] of spent) noted.delete(caller)
    for (let start = 0; start < spent.length; start += atOnce) {
      publishElsewhere({ topics: [], spent: spent.slice(start, start + atOnce) })
    }
    // Allowances are for a minute: what was too little to be shared in one says nothing of the next.
    if (Date.now() - startedAt > 60_000) {
      noted.clear()
      startedAt = Date.now()
    }
  }

  listenToSpending((spent) => {
    for (const [kind, caller, points] of spent) apply(kind as Kind, caller, points)
  })

  return (kind, caller, points) => {
    if (!config.databaseUrl) return
    noted.set(caller, [kind, caller, (noted.get(caller)?.[2] ?? 0) + points])
    if (!waiting) setTimeout(send, collectFor).unref()
    waiting = true
  }
}
