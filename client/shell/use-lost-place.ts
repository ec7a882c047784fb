import type { CombinedError } from '@urql/core'
import { useEffect, useState } from 'preact/hooks'
import { growingWaits } from '../core/connection/backoff.ts'
import { hasCode } from '../core/connection/error-codes.ts'

/**
 * Calls back when a subscription cannot go on: the server does not know its cursor, or too much has happened since. A
 * little later each time, and not at the same moment as every other page.
 */
export function useLostPlace(error: CombinedError | undefined, startAnew: () => void): void {
  const [nextWait] = useState(growingWaits)
  useEffect(() => {
    if (!hasCode(error?.graphQLErrors, 'BAD_USER_INPUT')) return
    const timer = setTimeout(startAnew, nextWait())
    return () => clearTimeout(timer)
  }, [error])
}
