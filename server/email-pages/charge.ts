import type { Context as Call, Next } from 'hono'
import { contextOf } from '../api/context.ts'
import { spend } from '../cost/allowance.ts'

/** Points for a page, which is a few statements. */
const cost = 50

/** Charges the network address for a page that an email links to: 429 when its points of the minute are used up. */
export async function chargeEmailPage(
  call: Call,
  address: string,
  next: Next,
): Promise<Response | undefined> {
  const { refusal } = await spend(contextOf(null, address), cost)
  if (!refusal) {
    await next()
    return undefined
  }
  const { retryAfter } = refusal.extensions
  return call.text('Too many requests: try again later', 429, { 'retry-after': String(retryAfter) })
}
