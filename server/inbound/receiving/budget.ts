/** Bytes of emails that can be in memory until they are stored, over SMTP and HTTP together. */
export const budget = 100 * 1024 * 1024

let held = 0

/**
 * Does work on an email within the budget. The work says how many bytes it is about to keep; once there is no room for
 * them it keeps nothing, as all that it had is given back then, or when it is done.
 */
export async function withinBudget<T>(work: (fits: (bytes: number) => boolean) => Promise<T>): Promise<T> {
  let own = 0
  let full = false
  function fits(bytes: number): boolean {
    full ||= held + bytes > budget
    const change = full ? -own : bytes
    own += change
    held += change
    return !full
  }
  try {
    return await work(fits)
  } finally {
    held -= own
  }
}
