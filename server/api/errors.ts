import { GraphQLError } from 'graphql'

export interface InputIssue {
  path: string[]
  message: string
}

/** The input is invalid; `issues` says where and how to fix it. */
export class InvalidInput extends Error {
  issues: InputIssue[]
  constructor(issues: InputIssue[]) {
    super(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
    this.issues = issues
  }
}

/** There is no such thing, or it is not the caller's to see. */
export class NotFound extends Error {}

/** The website has as many of these as it may have. */
export class LimitReached extends Error {
  limit: number
  constructor(message: string, limit: number) {
    super(message)
    this.limit = limit
  }
}

/** The call contradicts an earlier one. */
export class Conflict extends Error {}

/** Signing in was refused; which check failed is told to nobody. */
export class NotAllowed extends Error {}

/** The mail server did not take an email. */
export class NotDelivered extends Error {}

/** What a mutation wrote, for its payload. Throws FORBIDDEN when it is gone, or not the caller's to see, by then. */
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

export function coded(code: Code, message: string, extensions: Record<string, unknown> = {}) {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}
