interface Chances {
  /** Whether the same may succeed later. */
  isTemporary?: boolean
  /** Seconds after which the server wants to be asked again. */
  retryAfter?: number
}

/** The command failed on the server, or could not reach it: its message goes to standard error, with exit code 1. */
export class Failure extends Error {
  readonly isTemporary: boolean
  readonly retryAfter: number | undefined

  constructor(message: string, { isTemporary = false, retryAfter }: Chances = {}) {
    super(message)
    this.isTemporary = isTemporary
    this.retryAfter = retryAfter
  }
}

/** The arguments are wrong: exit code 2. */
export class WrongUsage extends Error {}
