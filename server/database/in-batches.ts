/** Maximum rows that one statement of a batch changes. */
const batchSize = 1_000

/**
 * Repeats `step`, which changes at most `limit` rows and returns how many, until none are left. Between two statements
 * others have their turn: the embedded database does one at a time, and cannot stop one.
 */
export async function inBatches(step: (limit: number) => Promise<{ count: number }>): Promise<void> {
  let changed: number
  do changed = (await step(batchSize)).count
  while (changed === batchSize)
}
