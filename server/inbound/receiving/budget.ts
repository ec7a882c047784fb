/** Maximum bytes of emails in memory until they are stored, over SMTP and HTTP together. */
export const budget = 100 * 1024 * 1024

let used = 0

/**
 * Runs work on one email within the budget. The work reports the bytes it is about to hold. Once they do not fit,
 * everything it had reported is released at once, otherwise when it is done.
 */
export async function withinBudget<T>(work: (fits: (bytes: number) => boolean) => Promise<T>): Promise<T> {
  let own = 0
  let full = false
  function fits(bytes: number): boolean {
    full ||= used + bytes > budget
    const change = full ? -own : bytes
    own += change
    used += change
    return !full
  }
  try {
    return await work(fits)
  } finally {
    used -= own
  }
}
