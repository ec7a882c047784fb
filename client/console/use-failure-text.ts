import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { hasCode } from '../core/connection/error-codes.ts'
import { useText } from './use-text.ts'

/** Words for an answer that is no result. */
export function useFailureText() {
  const text = useText()
  return useCallback(
    (error: CombinedError | undefined) =>
      text(hasCode(error?.graphQLErrors, 'RATE_LIMITED') ? 'limits.slower' : 'details.failed'),
    [text],
  )
}
