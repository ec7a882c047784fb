import { GraphQLError } from 'graphql'
import type { IssueCode } from '../text/issue-codes.ts'
import type { ConflictCode } from './conflict-codes.ts'

export interface InputIssue {
  path: string[]
  code: IssueCode
  message: string
  /** What the message names. */
  value?: string | undefined
}

/** The input is invalid; `issues` explains where and how to fix it. */
export class InvalidInput extends Error {
  issues: InputIssue[]
  constructor(issues: InputIssue[]) {
    super(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
    this.issues = issues
  }
}

/** It does not exist, or the caller may not see it. */
export class NotFound extends Error {}

/** A limit has been reached: of the website, a ticket or the caller. */
export class LimitReached extends Error {
  limit: number
  constructor(message: string, limit: number) {
    super(message)
    this.limit = limit
  }
}

/** The call contradicts the current state, or an earlier call. */
export class Conflict extends Error {
  code: ConflictCode
  /** What the message names. */
  value: string | undefined
  constructor(code: ConflictCode, message: string, value?: string) {
    super(message)
    this.code = code
    this.value = value
  }
}

/** Signing in was refused; the failed check is not revealed. */
export class NotAllowed extends Error {}

/** The mail server refused an email. */
export class NotDelivered extends Error {}

/** What a mutation wrote, for its payload. Throws FORBIDDEN if it is gone, or the caller may no longer see it. */
export async function readBack<T>(row: PromiseLike<T | null>): Promise<T> {
  const found = await row
  if (found) return found
  throw coded(
    'FORBIDDEN',
    'The change was saved, but the object has been deleted since or you may no longer see it',
  )
}

export type Code =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'UNAVAILABLE'
  | 'PERSISTED_DOCUMENT_NOT_FOUND'
  | 'INTERNAL_SERVER_ERROR'

/** RATE_LIMITED; over HTTP with status 429 and `Retry-After`, in seconds. */
export function rateLimited(message: string, retryAfter: number): GraphQLError {
  const headers = { 'retry-after': String(retryAfter) }
  return coded('RATE_LIMITED', message, { retryAfter, http: { status: 429, spec: true, headers } })
}

/** An error as JSON, without the status and headers that it has over HTTP. */
export function withoutHttp(error: GraphQLError) {
  const { extensions, ...shown } = error.toJSON()
  const { http, ...others } = extensions ?? {}
  return { ...shown, extensions: others }
}

export function coded(code: Code, message: string, extensions: Record<string, unknown> = {}) {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}
