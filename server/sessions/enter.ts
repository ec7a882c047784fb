import type { GraphQLError } from 'graphql'
import { type Context, contextOf } from '../api/context.ts'
import { writeCost } from '../api/prices.ts'
import { spend } from '../cost/allowance.ts'
import type { Claims } from '../identity/session.ts'
import type { Proof, Refusal } from './sign-in.ts'

interface Entered {
  claims: Claims
  viewer: Proof['viewer']
}

/**
 * Lets in somebody with a proven identity, and charges them for it. Otherwise returns what is wrong: RATE_LIMITED if
 * they have too few points left, before anything is written.
 */
export async function enter(
  proof: Proof,
  address: string,
  cost: (context: Context) => number = () => writeCost,
): Promise<Entered | GraphQLError | Refusal> {
  const { viewer } = proof
  const context = contextOf(viewer, address)
  const { refusal } = await spend(context, cost(context))
  if (refusal) return refusal
  const claims = await proof.enter()
  return typeof claims === 'string' ? claims : { claims, viewer: { ...viewer, id: claims.id } }
}
