/** Milliseconds to wait before the next attempt: doubling up to half a minute, half of it random. */
export function backoff(attempt: number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6))
  return ceiling / 2 + (Math.random() * ceiling) / 2
}

/** What lasted so many milliseconds had succeeded. */
const success = 15_000

/** Waits before the attempts at something that should last: growing, and short again after one that succeeded. */
export function growingWaits(): () => number {
  let attempt = 0
  let started = 0
  return () => {
    if (Date.now() - started > success) attempt = 0
    const wait = backoff(attempt++)
    started = Date.now() + wait
    return wait
  }
}
