import type { CombinedError } from '@urql/core'
import { useEffect } from 'preact/hooks'
import { hasCode } from '../core/connection/error-codes.ts'

/** Calls back when a subscription cannot go on: the server does not know its cursor, or too much has happened since. */
export function useLostPlace(error: CombinedError | undefined, startAnew: () => void): void {
  useEffect(() => {
    if (hasCode(error?.graphQLErrors, 'BAD_USER_INPUT')) startAnew()
  }, [error])
}
