import type { GraphQLFormattedError } from 'graphql'

/** Codes of failures that are temporary or that a new session resolves. */
export const passing = ['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED']

export function hasCode(errors: readonly GraphQLFormattedError[] | undefined, ...codes: string[]): boolean {
  return !!errors?.some((error) => codes.includes(String(error.extensions?.code)))
}
