import type { GraphQLFormattedError } from 'graphql'

/** Of failures that pass by themselves, or with a new session. */
export const passing = ['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED']

export function hasCode(errors: readonly GraphQLFormattedError[] | undefined, ...codes: string[]): boolean {
  return !!errors?.some((error) => codes.includes(String(error.extensions?.code)))
}
