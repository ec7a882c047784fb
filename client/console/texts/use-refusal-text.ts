import { useCallback } from 'preact/hooks'
import type { IssueText } from '../../i18n/catalogue.ts'
import { namedText } from '../../i18n/named-text.ts'
import { useText } from './use-text.ts'

export interface Refused {
  __typename?: string
  message: string
  limit?: number
  issues?: Issue[]
}

export interface Issue {
  path: string[]
  code: string
  message: string
  value?: string | null
}

/**
 * Why the server refused a change, in the operator's language: of an invalid input, the first issue. Its own message,
 * which is English, stands for what has no text.
 */
export function useRefusalText() {
  const text = useText()
  const issueText = useIssueText()
  return useCallback(
    ({ __typename, message, limit, issues: [issue] = [] }: Refused) => {
      if (issue) return issueText(issue)
      if (__typename === 'NotFound') return text('refusal.gone')
      return limit ? text('refusal.limit', { limit }) : text('refusal.reason', { message })
    },
    [text, issueText],
  )
}

export function useIssueText() {
  const text = useText()
  return useCallback(
    ({ code, message, value }: Issue) =>
      namedText(
        text,
        `issue.${code}` as IssueText,
        {
          value: /^\d+$/.test(value ?? '') ? Number(value) : (value ?? ''),
          // Placeholders, which stand for themselves.
          number: '{number}',
          id: '{id}',
        },
        text('refusal.reason', { message }),
      ),
    [text],
  )
}
