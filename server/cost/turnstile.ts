interface Line {
  inside: number
  /** In order of arrival. */
  waiting: Set<() => void>
}

/** Lets a few of each name in at a time; the others wait for their turns, in order of arrival. */
export class Turnstile {
  #lines = new Map<string, Line>()

  /** How many wait under a name. */
  waiting(name: string): number {
    return this.#lines.get(name)?.waiting.size ?? 0
  }

  /** How many wait under all names. */
  get allWaiting(): number {
    return [...this.#lines.values()].reduce((sum, { waiting }) => sum + waiting.size, 0)
  }

  /** Names with somebody inside: nothing is stored for others. */
  get names(): number {
    return this.#lines.size
  }

  /** Waits for a turn, and returns the function that ends it. Rejects if the signal ends the wait. */
  async enter(name: string, atOnce: number, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    const line = this.#lines.get(name) ?? { inside: 0, waiting: new Set() }
    this.#lines.set(name, line)
    if (line.inside < atOnce) line.inside++
    else await handOver(line.waiting, signal)
    let inside = true
    return () => {
      if (inside) this.#leave(name, line)
      inside = false
    }
  }

  /** Works in a turn. */
  async run<T>(name: string, atOnce: number, work: () => T | Promise<T>): Promise<T> {
    const leave = await this.enter(name, atOnce)
    try {
      return await work()
    } finally {
      leave()
    }
  }

  #leave(name: string, line: Line): void {
    const [next] = line.waiting
    if (next) {
      line.waiting.delete(next)
      next()
    } else if (--line.inside === 0) this.#lines.delete(name)
  }
}

/** Waits until somebody who leaves hands over their place. */
function handOver(waiting: Line['waiting'], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    function turn() {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }
    function giveUp() {
      waiting.delete(turn)
      reject(signal?.reason)
    }
    waiting.add(turn)
    signal?.addEventListener('abort', giveUp)
  })
}
