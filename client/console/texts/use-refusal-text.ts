import { useCallback } from 'preact/hooks'
import { useText } from './use-text.ts'

export interface Refused {
  __typename?: string
  message: string
}

/**
 * Why the server refused a change, in the operator's language. Its own message, which is English, says which of many rules
 * it was.
 */
export function useRefusalText() {
  const text = useText()
  return useCallback(
    ({ __typename, message }: Refused) => {
      if (__typename === 'NotFound') return text('refusal.gone')
      return text(__typename === 'LimitReached' ? 'refusal.limit' : 'refusal.reason', { message })
    },
    [text],
  )
}
