const turns = new Map<string, Promise<unknown>>()

/** Lets work of the same name run one after the other: one caller's searches leave the database to others in between. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(name) ?? Promise.resolve()
  const mine = before.then(work)
  const settled = mine.catch(() => {})
  turns.set(name, settled)
  await settled
  if (turns.get(name) === settled) turns.delete(name)
  return mine
}
