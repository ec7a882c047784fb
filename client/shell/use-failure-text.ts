import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { hasCode } from '../core/connection/error-codes.ts'
import { useSharedText } from './text.ts'

/** The message for a failed request: rate limited, or the text of `otherwise`. */
export function useFailureText() {
  const text = useSharedText()
  return useCallback(
    (error: CombinedError | undefined, otherwise: string) =>
      hasCode(error?.graphQLErrors, 'RATE_LIMITED') ? text('limits.slower') : otherwise,
    [text],
  )
}
