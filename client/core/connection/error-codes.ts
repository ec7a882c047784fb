import type { GraphQLFormattedError } from 'graphql'

export function hasCode(errors: readonly GraphQLFormattedError[] | undefined, ...codes: string[]): boolean {
  return !!errors?.some((error) => codes.includes(String(error.extensions?.code)))
}
