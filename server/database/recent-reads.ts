/** Milliseconds for which a result may be out of date. */
const freshFor = 2_000
const maxKept = 10_000

interface Recent<Result> {
  begun: number
  result: Promise<Result | null>
  /** Once it has arrived. */
  value?: Result | null
}

/** Leaves out keys of what does not exist. A rejected result fails only for its key. */
type Read<Result> = (keys: string[]) => Promise<Map<string, Result | Promise<Result>>>

/** Caches what every request needs and hardly ever changes, for at most two seconds. Concurrent reads are batched. */
export class RecentReads<Result> {
  readonly #read: Read<Result>
  readonly #reads = new Map<string, Recent<Result>>()
  #next: { keys: string[]; results: ReturnType<Read<Result>> } | undefined

  constructor(read: Read<Result>) {
    this.#read = read
  }

  /** Null if the key does not exist. */
  get(key: string): Promise<Result | null> {
    const known = this.#fresh(key)
    if (known) return known.result
    const result = this.#readSoon(key).then((results) => results.get(key) ?? null)
    const read: Recent<Result> = { begun: Date.now(), result }
    result.then(
      (value) => {
        read.value = value
      },
      () => this.#reads.delete(key),
    )
    if (this.#reads.size > maxKept) this.#reads.clear()
    this.#reads.set(key, read)
    return result
  }

  #readSoon(key: string): ReturnType<Read<Result>> {
    this.#next ??= { keys: [], results: Promise.resolve().then(() => this.#readNext()) }
    this.#next.keys.push(key)
    return this.#next.results
  }

  #readNext(): ReturnType<Read<Result>> {
    const keys = this.#next?.keys ?? []
    this.#next = undefined
    return this.#read(keys)
  }

  /** A recent result that has arrived; otherwise undefined. */
  value(key: string): Result | null | undefined {
    return this.#fresh(key)?.value
  }

  #fresh(key: string) {
    const known = this.#reads.get(key)
    return known && Date.now() - known.begun < freshFor ? known : undefined
  }

  /** For a change that the next reader must see. */
  forget(key: string): void {
    this.#reads.delete(key)
  }
}
