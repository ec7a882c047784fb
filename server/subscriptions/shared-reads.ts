let moment = 0

/** A number greater than all before. Anything read after it includes everything committed before it. */
export const thisMoment = () => ++moment

/** Milliseconds for which a result is kept; later readers read again. */
const reuseTime = 5_000

interface Read<Result> {
  begun: number
  result: Promise<Result>
}

/** Reads that many subscribers need after a wake-up, done once for all with the same rights. */
export class SharedReads<Result> {
  readonly #reads = new Map<string, Read<Result>>()

  /** The result of `work`, or of another equal read that began after the moment `since`. */
  read(key: string, since: number, work: () => Promise<Result>): Promise<Result> {
    const known = this.#reads.get(key)
    if (known && known.begun > since) return known.result
    const read = { begun: thisMoment(), result: work() }
    const forget = () => {
      if (this.#reads.get(key) === read) this.#reads.delete(key)
    }
    this.#reads.set(key, read)
    read.result.then(() => setTimeout(forget, reuseTime).unref(), forget)
    return read.result
  }
}
