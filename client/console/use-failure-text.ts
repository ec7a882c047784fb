import type { CombinedError } from '@urql/core'
import { useCallback } from 'preact/hooks'
import { useFailureText as useSharedFailureText } from '../shell/use-failure-text.ts'
import { useText } from './use-text.ts'

/** Words for an answer that is no result. */
export function useFailureText() {
  const text = useText()
  const words = useSharedFailureText()
  return useCallback(
    (error: CombinedError | undefined) => words(error, text('details.failed')),
    [text, words],
  )
}
