import type { GraphQLError } from 'graphql'
import { Gauge } from 'prom-client'
import { type Context, callerId } from '../api/context.ts'
import { rateLimited } from '../api/errors.ts'
import { configured } from '../config/config.ts'
import { kindOf } from './allowance.ts'
import { Turnstile } from './turnstile.ts'

/** Reads of one caller, and writes, that may run at a time, and that may wait; further ones are refused. */
export const turnLimits = {
  customer: { atOnce: 4, waiting: 200 },
  operator: { atOnce: 8, waiting: 500 },
  integration: { atOnce: 16, waiting: 1_000 },
  root: { atOnce: 16, waiting: 1_000 },
  address: { atOnce: 4, waiting: 200 },
}
/** The embedded database has one connection for everybody. */
const share = configured(({ databaseUrl }) => (databaseUrl ? 1 : 1 / 2))
/** Seconds after which a caller with a full queue should retry. */
const retryAfter = 5

const turns = new Turnstile()

new Gauge({
  name: 'operations_waiting',
  help: 'Operations and events of this process that wait until others of the same caller are done.',
  collect() {
    this.set(turns.allWaiting)
  },
})

/**
 * A caller's events take turns among each other: waking a thousand subscriptions must not block operations. Results
 * have their own queue, so that the first one can be shared before all subscriptions have looked for events. So have
 * writes, which may wait for a lock while reads go on.
 */
export type Line = 'read' | 'write' | 'event' | 'result'

const nameOf = (line: Line, context: Context) => `${line} ${callerId(context)}`

/**
 * Waits for the caller's turn, and returns the function that ends it: only others of the same caller wait. Waiting
 * takes no database connection. Rejects if the signal ends the wait.
 */
export function startTurn(line: Line, context: Context, signal?: AbortSignal): Promise<() => void> {
  return turns.enter(nameOf(line, context), share() * turnLimits[kindOf(context)].atOnce, signal)
}

/** RATE_LIMITED, with `retryAfter` in seconds, if too many of the caller's are already waiting in the line. */
export function lineFull(line: Line, context: Context): GraphQLError | undefined {
  const { waiting } = turnLimits[kindOf(context)]
  if (turns.waiting(nameOf(line, context)) < waiting) return undefined
  return rateLimited(
    `${waiting} of your operations are already waiting: try again in ${retryAfter} seconds`,
    retryAfter,
  )
}
