/** Milliseconds for which a result may be out of date. */
const freshFor = 2_000
const mostKept = 10_000

/** Reads of what every request needs and hardly ever changes: each result is used for at most two seconds. */
export class RecentReads<Result> {
  readonly #read: (key: string) => Promise<Result>
  readonly #reads = new Map<string, { begun: number; result: Promise<Result>; value?: Result }>()

  constructor(read: (key: string) => Promise<Result>) {
    this.#read = read
  }

  get(key: string): Promise<Result> {
    const known = this.#fresh(key)
    if (known) return known.result
    const result = this.#read(key)
    const read: { begun: number; result: Promise<Result>; value?: Result } = { begun: Date.now(), result }
    result.then(
      (value) => {
        read.value = value
      },
      () => this.#reads.delete(key),
    )
    if (this.#reads.size > mostKept) this.#reads.clear()
    this.#reads.set(key, read)
    return result
  }

  /** A recent result that has arrived; otherwise undefined. */
  value(key: string): Result | undefined {
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
