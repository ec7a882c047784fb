import type { CombinedError } from '@urql/core'
import { useEffect, useState } from 'preact/hooks'
import { growingWaits } from '../core/connection/backoff.ts'
import { hasCode } from '../core/connection/error-codes.ts'

/**
 * Calls back when a subscription cannot continue: its cursor is unknown or too far behind. The delays grow
 * and are randomized, so that pages do not all restart together.
 */
export function useLostPlace(error: CombinedError | undefined, startAnew: () => void): void {
  const [nextWait] = useState(growingWaits)
  useEffect(() => {
    if (!hasCode(error?.graphQLErrors, 'BAD_USER_INPUT')) return
    const timer = setTimeout(startAnew, nextWait())
    return () => clearTimeout(timer)
  }, [error])
}
