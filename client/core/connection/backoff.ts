/** Milliseconds to wait before the next attempt: doubles up to 30 seconds, half of it random. */
export function backoff(attempt: number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6))
  return ceiling / 2 + (Math.random() * ceiling) / 2
}

/** A connection that lasted this many milliseconds counts as successful. */
const success = 15_000

/** Waits between attempts at a lasting connection: they grow, and reset after an attempt that succeeded. */
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
