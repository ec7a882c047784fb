import type { CombinedError } from '@urql/core'
import { hasCode } from '../connection/error-codes.ts'

export type Payload<Result> = Extract<Result, { __typename: 'ReplyPayload' }>

/** Any member of the mutation's union. */
export interface Answer {
  __typename: string
  message?: string
  issues?: { path: string[]; message?: string }[]
}

type Outcome<Result> =
  | { kind: 'stored'; payload: Payload<Result> }
  /** The server was unreachable or unavailable, or the session could not be renewed: retry later. */
  | { kind: 'waiting' }
  /** Without an answer, something else went wrong. */
  | { kind: 'failed'; answer: Answer | undefined }

export function replyOutcome<Result extends Answer | null>(
  result: Result | undefined,
  error: CombinedError | undefined,
): Outcome<Result> {
  if (result?.__typename === 'ReplyPayload') return { kind: 'stored', payload: result as Payload<Result> }
  const waits = error?.networkError || hasCode(error?.graphQLErrors, 'UNAVAILABLE', 'UNAUTHENTICATED')
  if (waits) return { kind: 'waiting' }
  return { kind: 'failed', answer: result ?? undefined }
}

/** Whether files of the reply were refused: they are deleted a day after they were added. */
export function lacksFiles({ issues = [] }: Answer): boolean {
  return issues.some(({ path }) => path[1] === 'attachmentIds')
}
