/** Milliseconds to wait before the next attempt: doubling up to half a minute, half of it random. */
export function backoff(attempt: number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6))
  return ceiling / 2 + (Math.random() * ceiling) / 2
}
