import { type Context, callerId } from '../api/context.ts'
import { rateLimited } from '../api/errors.ts'
import { openCount } from './open-count.ts'

/** Seconds. */
const retryAfter = 5

/** Of one caller at a time. */
export const maxSubscriptions = { customer: 200, others: 1_000 }

const count = openCount()

/**
 * Counts a caller's subscription, over a socket or as an event stream, until the returned function is called. Throws
 * RATE_LIMITED at the limit.
 */
export function countSubscription(context: Context): () => void {
  const limit = context.viewer?.kind === 'customer' ? maxSubscriptions.customer : maxSubscriptions.others
  const release = count(callerId(context), limit)
  if (!release) throw rateLimited(`At most ${limit} subscriptions may be open at a time`, retryAfter)
  return release
}
