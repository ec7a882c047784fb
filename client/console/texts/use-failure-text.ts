import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { useFailureText as useSharedFailureText } from '../../shell/use-failure-text.ts'
import { type Refused, useRefusalText } from './use-refusal-text.ts'
import { useText } from './use-text.ts'

/** Why an action failed: what the server refused, or a text for a response without a message. */
export function useFailureText() {
  const text = useText()
  const refusalText = useRefusalText()
  const words = useSharedFailureText()
  return useCallback(
    (error: CombinedError | undefined, result?: object | null) =>
      result && 'message' in result ? refusalText(result as Refused) : words(error, text('details.failed')),
    [text, words, refusalText],
  )
}
