/** Milliseconds for which a result may be out of date. */
const freshFor = 2_000
const maxKept = 10_000

interface Read<Result> {
  begun: number
  result: Promise<Result>
  /** Once it has arrived. */
  value?: Result
}

/** Reads of what every request needs and hardly ever changes: each result is used for at most two seconds. */
export class RecentReads<Result> {
  readonly #read: (key: string) => Promise<Result>
  readonly #reads = new Map<string, Read<Result>>()

  constructor(read: (key: string) => Promise<Result>) {
    this.#read = read
  }

  get(key: string): Promise<Result> {
    const known = this.#fresh(key)
    if (known) return known.result
    const result = this.#read(key)
    const read: Read<Result> = { begun: Date.now(), result }
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
