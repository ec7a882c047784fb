import { useCallback } from 'preact/hooks'
import type { IssueText } from '../../i18n/catalogue.ts'
import { namedText } from '../../i18n/named-text.ts'
import { useText } from './use-text.ts'

export interface Refused {
  __typename?: string
  message: string
  limit?: number
  /** What it conflicts with, and what the message names. */
  conflict?: string
  named?: string | null
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
    ({ __typename, message, limit, conflict, named, issues: [issue] = [] }: Refused) => {
      if (issue) return issueText(issue)
      if (__typename === 'NotFound') return text('refusal.gone')
      if (limit) return text('refusal.limit', { limit })
      const reason = text('refusal.reason', { message })
      if (!conflict) return reason
      return namedText(text, `conflict.${conflict}` as IssueText, { value: named ?? '' }, reason)
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
