import type { AdminDeliveryFragment } from '../../graphql/admin-operations.ts'
import { minute } from '../words.ts'

/** Outcome of a delivery, in a few words. */
export function outcomeOf(delivery: AdminDeliveryFragment): string {
  const { state, attempts, responseStatus, failure, nextAttemptAt } = delivery
  const answer = responseStatus === null ? failure : `status ${responseStatus}`
  const next = nextAttemptAt && `next attempt ${minute(nextAttemptAt)}`
  const facts = attempts > 0 ? [`${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`, answer, next] : []
  return [state.toLowerCase(), ...facts].filter(Boolean).join(', ')
}
