import type { Context } from '../api/context.ts'

/** Milliseconds between checks whether callers still have access. */
const every = 2_000

type Recheck = Context['recheck']

/** Listeners by caller; a socket and its subscriptions share one check. */
const watched = new Map<Recheck, Set<(error: unknown) => void>>()
let timer: NodeJS.Timeout | undefined

/** Calls `refused` when the caller has lost access, by one timer for all: wake-ups can be lost. Returns its end. */
export function watchRights({ recheck }: Context, refused: (error: unknown) => void): () => void {
  const listeners = watched.get(recheck) ?? new Set()
  watched.set(recheck, listeners.add(refused))
  timer ??= setInterval(lookAtAll, every).unref()
  return () => {
    listeners.delete(refused)
    if (listeners.size === 0) watched.delete(recheck)
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function lookAtAll(): void {
  for (const [recheck, listeners] of watched) {
    recheck().catch((error) => {
      for (const refused of listeners) refused(error)
    })
  }
}
