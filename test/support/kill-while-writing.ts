/** How many edits each of these rounds makes, at random: `total` in all. */
export function randomShares(rounds: number, total: number): number[] {
  const ends = Array.from({ length: rounds - 1 }, () => Math.ceil(Math.random() * total))
  return [...ends.sort((one, other) => one - other), total].map(
    (end, round, all) => end - (all[round - 1] ?? 0),
  )
}

/** Counts what it has written, until it must end. */
export type Write = (count: () => void, ending: AbortSignal) => Promise<void>

/** Kills while four writers write, once they have made this many edits. */
export async function killWhileWriting(
  edits: number,
  write: Write,
  kill: () => Promise<unknown>,
): Promise<void> {
  const enough = Promise.withResolvers<void>()
  const ending = new AbortController()
  let made = 0
  const count = () => ++made >= edits && enough.resolve()
  const writer = async (): Promise<void> => {
    try {
      await write(count, ending.signal)
    } catch (error) {
      // Writes wait for an erasure a few seconds at most.
      if (String(error).includes('UNAVAILABLE')) return writer()
      // A response that breaks off is the kill; anything else is a fault.
      if (!/fetch failed|terminated|JSON|socket|closed/i.test(String(error))) throw error
    }
  }
  const writing = Promise.all(Array.from({ length: 4 }, writer))
  await Promise.race([enough.promise, writing])
  await kill()
  ending.abort()
  await writing
}
