import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { hasCode } from '../core/connection/error-codes.ts'
import { useSharedText } from './text.ts'

/** Words for an answer that is no result: too many at once, or whatever `otherwise` says. */
export function useFailureText() {
  const text = useSharedText()
  return useCallback(
    (error: CombinedError | undefined, otherwise: string) =>
      hasCode(error?.graphQLErrors, 'RATE_LIMITED') ? text('limits.slower') : otherwise,
    [text],
  )
}
