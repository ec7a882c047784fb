/** SQLSTATEs of an unusable database: a class, or one code. Others are about the statement or a lock. */
const unusable = /^(08|26|28|53|57P|58)|^25006$/
/** Our own fault if they are rare, and the database's or the pooler's if they are frequent. */
const suspicious = /^(42501|42P01|42P05)$/
/** What Node, Prisma's adapter and the PostgreSQL client report for a broken connection. */
const broken =
  /^(E[A-Z]+|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$|^Connection terminated|is not queryable$/
/** Milliseconds of the counted spans: the current and the previous one. */
const windowLength = 5_000
const minFailures = 5

/** A statement's failure, as reported by Prisma, its adapter or the PostgreSQL client. */
export interface Failure {
  code?: string
  message?: string
  /** Prisma's reading of PostgreSQL's error. */
  cause?: { originalCode?: string; kind?: string }
}

/** Successes and failures of statements in the last seconds. */
export class Outcomes {
  #now = { good: 0, bad: 0, until: 0 }
  #before = { good: 0, bad: 0 }

  /** Records a statement's outcome and passes it on. */
  async note<T>(statement: Promise<T>): Promise<T> {
    try {
      const result = await statement
      this.#current().good++
      return result
    } catch (error) {
      const failure = error as Failure
      if (isUnusable(failure) || suspicious.test(stateOf(failure))) this.#current().bad++
      throw error
    }
  }

  /**
   * Whether so many statements have failed through no fault of their own that most calls must have failed: a call is
   * several statements, and ends at its first failure.
   */
  get failing(): boolean {
    const { good, bad } = this.#current()
    const all = { good: good + this.#before.good, bad: bad + this.#before.bad }
    return all.bad >= minFailures && 2 * all.bad > all.good
  }

  #current() {
    const now = Date.now()
    if (now < this.#now.until) return this.#now
    this.#before = now < this.#now.until + windowLength ? this.#now : { good: 0, bad: 0 }
    this.#now = { good: 0, bad: 0, until: now + windowLength }
    return this.#now
  }
}

const stateOf = ({ code, cause }: Failure) => cause?.originalCode ?? cause?.kind ?? code ?? ''

/** Whether it failed because the database is unusable, not because of the statement. */
export function isUnusable(failure: Failure): boolean {
  const state = stateOf(failure)
  return unusable.test(state) || broken.test(state) || broken.test(failure.message ?? '')
}
