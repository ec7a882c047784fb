/** SQLSTATEs of a database that nobody can use: a class, or one code. Others are the statement's, or a lock's, own. */
const unusable = /^(08|26|28|53|57P|58)|^25006$/
/** Those that are a fault of ours if they are rare, and of the database or the pooler if they are frequent. */
const suspicious = /^(42501|42P01|42P05)$/
/** What Node, Prisma's adapter and the PostgreSQL client say of a connection. */
const broken =
  /^(E[A-Z]+|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$|^Connection terminated|is not queryable$/
/** Milliseconds that count: this span and the one before. */
const span = 5_000
const fewest = 5

/** What went wrong with a statement, as Prisma, its adapter and the PostgreSQL client say it. */
export interface Failure {
  code?: string
  message?: string
  /** What Prisma's adapter makes of PostgreSQL's answer. */
  cause?: { originalCode?: string; kind?: string }
}

/** How statements have gone in the last seconds. */
export class Outcomes {
  #now = { good: 0, bad: 0, until: 0 }
  #before = { good: 0, bad: 0 }

  /** Passes on what becomes of a statement. */
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
   * Whether so many have failed, through no fault of their own, that most calls must have: a call is several statements, and
   * the first that fails is its last.
   */
  get failing(): boolean {
    const { good, bad } = this.#current()
    const all = { good: good + this.#before.good, bad: bad + this.#before.bad }
    return all.bad >= fewest && 2 * all.bad > all.good
  }

  #current() {
    const now = Date.now()
    if (now < this.#now.until) return this.#now
    this.#before = now < this.#now.until + span ? this.#now : { good: 0, bad: 0 }
    this.#now = { good: 0, bad: 0, until: now + span }
    return this.#now
  }
}

const stateOf = ({ code, cause }: Failure) => cause?.originalCode ?? cause?.kind ?? code ?? ''

/** Whether it went wrong because the database cannot be used, not for a fault of the statement's own. */
export function isUnusable(failure: Failure): boolean {
  const state = stateOf(failure)
  return unusable.test(state) || broken.test(state) || broken.test(failure.message ?? '')
}
