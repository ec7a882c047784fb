import type { GraphQLError } from 'graphql'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Context, callerId } from '../api/context.ts'
import { rateLimited } from '../api/errors.ts'
import { config, configured } from '../config/config.ts'
import { type Spender, shareSpending } from './exchange.ts'

/** Points that a caller may spend per minute, over HTTP, streams and sockets together. */
export const perMinute = {
  customer: 100_000,
  operator: 500_000,
  integration: 2_000_000,
  root: 2_000_000,
  /** For each network address without sign-in. */
  address: 20_000,
} satisfies Record<Spender, number>
type Kind = keyof typeof perMinute

const limitOf = (kind: Kind) => Math.round(perMinute[kind] * config.costPerMinute)

const limiters = configured(
  () =>
    Object.fromEntries(
      Object.keys(perMinute).map((kind) => [
        kind,
        new RateLimiterMemory({ keyPrefix: kind, points: limitOf(kind as Kind), duration: 60 }),
      ]),
    ) as Record<Kind, RateLimiterMemory>,
)

/** The cost in a response's `extensions.cost`. */
export interface Allowance {
  requested: number
  limit: number
  remaining: number
  /** ISO 8601 */
  resetAt: string
}

export const kindOf = ({ viewer }: Context): Kind => viewer?.kind ?? 'address'

export interface Admission {
  allowance: Allowance
  /** RATE_LIMITED, with `retryAfter` in seconds, if there are not enough points left. */
  refusal?: GraphQLError
}

/** Takes points from the caller's allowance, or none if there are not enough. */
export async function spend(context: Context, points: number): Promise<Admission> {
  const kind = kindOf(context)
  const caller = callerId(context)
  try {
    const state = await limiters()[kind].consume(caller, points)
    note(kind, caller, points)
    return { allowance: allowanceAt(kind, points, state) }
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const state = await limiters()[kind].reward(caller, points)
    return { allowance: allowanceAt(kind, points, state), refusal: refusalOf(kind, points, state) }
  }
}

function refusalOf(kind: Kind, points: number, { remainingPoints, msBeforeNext }: RateLimiterRes) {
  const retryAfter = Math.ceil(msBeforeNext / 1_000)
  const left = Math.max(0, remainingPoints)
  return rateLimited(
    `This costs ${points} points, but only ${left} of ${limitOf(kind)} per minute are left: try again in ${retryAfter} seconds`,
    retryAfter,
  )
}

/** Charges points for what can no longer be refused, such as a subscription's event. */
export function charge(context: Context, points: number): void {
  const kind = kindOf(context)
  const caller = callerId(context)
  void limiters()[kind].penalty(caller, points)
  note(kind, caller, points)
}

/** The caller's current allowance, for requests that cost nothing. */
export async function allowanceOf(context: Context, requested: number): Promise<Allowance> {
  const kind = kindOf(context)
  const state = await limiters()[kind].get(callerId(context))
  return allowanceAt(kind, requested, state ?? { remainingPoints: limitOf(kind), msBeforeNext: 60_000 })
}

type State = Pick<RateLimiterRes, 'remainingPoints' | 'msBeforeNext'>

function allowanceAt(kind: Kind, requested: number, { remainingPoints, msBeforeNext }: State): Allowance {
  const resetAt = new Date(Date.now() + msBeforeNext).toISOString()
  return { requested, limit: limitOf(kind), remaining: Math.max(0, remainingPoints), resetAt }
}

const note = shareSpending(
  // Fewer points are not worth a notification: most callers never spend that many.
  (kind) => limitOf(kind) / 50,
  (kind, caller, points) => limiters()[kind].penalty(caller, points),
)
