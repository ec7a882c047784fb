let moment = 0

/** A number above all that were given before. What was read since one knows all that was committed before it. */
export const thisMoment = () => ++moment

/** Milliseconds for which a result is kept: those whose turn comes later read again. */
const kept = 5_000

interface Read<Result> {
  begun: number
  result: Promise<Result>
}

/** Reads that many subscribers want after one wake-up, done once for all who may see the same. */
export class SharedReads<Result> {
  readonly #reads = new Map<string, Read<Result>>()

  /** What `work` gives, or what it gave to another who wanted the same and began after the moment `since`. */
  read(key: string, since: number, work: () => Promise<Result>): Promise<Result> {
    const known = this.#reads.get(key)
    if (known && known.begun > since) return known.result
    const read = { begun: thisMoment(), result: work() }
    const forget = () => {
      if (this.#reads.get(key) === read) this.#reads.delete(key)
    }
    this.#reads.set(key, read)
    read.result.then(() => setTimeout(forget, kept).unref(), forget)
    return read.result
  }
}
