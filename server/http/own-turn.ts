let last = Promise.resolve()

/**
 * Resolves in a turn of the event loop that no other call gets: of what takes long, one after another is done, and
 * other requests are answered between them.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
  return last
}
