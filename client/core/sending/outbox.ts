import { backoff } from '../connection/backoff.ts'
import type { Connection } from '../connection/connection.ts'

/** One attempt to send; false when the server was not reached. */
type Attempt = () => Promise<boolean>

export interface Outbox {
  /** Sends something for one ticket, after everything queued for that ticket before. */
  send(ticketId: string, key: string, attempt: Attempt): void
  /** Retries now instead of at the next scheduled attempt. */
  retry(ticketId: string): void
  discard(ticketId: string, key: string): void
  /** Whether it is queued or being sent. */
  holds(ticketId: string, key: string): boolean
  /** Sends nothing from now on: the session has ended. */
  stop(): void
}

interface Letter {
  key: string
  attempt: Attempt
}

/**
 * Sends replies in order. A reply that does not reach the server is retried with the same key, with growing waits, and
 * at once when the connection is back.
 */
export function createOutbox(connection: Connection): Outbox {
  const lines = new Map<string, ReturnType<typeof createLine>>()
  connection.onChange((status) => {
    if (status === 'connected') for (const line of lines.values()) void line.run()
  })
  connection.onOnline(() => {
    for (const line of lines.values()) void line.run()
  })

  function lineOf(ticketId: string) {
    const line = lines.get(ticketId) ?? createLine()
    lines.set(ticketId, line)
    return line
  }

  return {
    send: (ticketId, key, attempt) => lineOf(ticketId).add({ key, attempt }),
    retry: (ticketId) => void lineOf(ticketId).run(),
    discard: (ticketId, key) => lineOf(ticketId).remove(key),
    holds: (ticketId, key) => lineOf(ticketId).holds(key),
    stop() {
      for (const line of lines.values()) line.stop()
    },
  }
}

function createLine() {
  let letters: Letter[] = []
  let failures = 0
  let running = false
  let timer: ReturnType<typeof setTimeout>

  async function run(): Promise<void> {
    clearTimeout(timer)
    if (running) return
    running = true
    for (let [letter] = letters; letter; [letter] = letters) {
      if (!(await letter.attempt())) break
      failures = 0
      remove(letter.key)
    }
    running = false
    if (letters.length > 0) timer = setTimeout(() => void run(), backoff(++failures))
  }

  function remove(key: string): void {
    letters = letters.filter((letter) => letter.key !== key)
  }

  return {
    run,
    add(letter: Letter): void {
      letters = [...letters.filter(({ key }) => key !== letter.key), letter]
      // It is queued behind one that is waiting.
      if (letters.length === 1) void run()
    },
    remove,
    stop(): void {
      clearTimeout(timer)
      letters = []
    },
    holds: (key: string) => letters.some((letter) => letter.key === key),
  }
}
