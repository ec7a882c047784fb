import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { useFailureText as useSharedFailureText } from '../../shell/use-failure-text.ts'
import { useText } from './use-text.ts'

/** Why an action failed: the server's message, or a text for a response without one. */
export function useFailureText() {
  const text = useText()
  const words = useSharedFailureText()
  return useCallback(
    (error: CombinedError | undefined, result?: object | null) =>
      result && 'message' in result ? String(result.message) : words(error, text('details.failed')),
    [text, words],
  )
}
