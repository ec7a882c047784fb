import type { GraphQLError } from 'graphql'
import { contextOf } from '../api/context.ts'
import { writeCost } from '../api/prices.ts'
import { spend } from '../cost/allowance.ts'
import type { Entry, Proof, Refusal } from './sign-in.ts'

export interface Entered extends Entry {
  viewer: Proof['viewer']
}

/**
 * Lets in somebody with a proven identity, and charges them for it. Otherwise returns what is wrong: RATE_LIMITED if
 * they have too few points left, before anything is written.
 */
export async function enter(
  proof: Proof,
  address: string,
  cost = writeCost,
): Promise<Entered | GraphQLError | Refusal> {
  const { viewer } = proof
  const { refusal } = await spend(contextOf(viewer, address), cost)
  if (refusal) return refusal
  const entry = await proof.enter()
  return typeof entry === 'string' ? entry : { ...entry, viewer: { ...viewer, id: entry.claims.id } }
}
