import type { ConsoleTeamQuery, ConsoleWebsiteFragment } from '../../graphql/operations.ts'

/** Who is signed in, and where. */
export interface Team {
  operator: { id: string; name: string }
  website: ConsoleWebsiteFragment
}

/** Undefined unless an operator is signed in. */
export function teamOf({ viewer, website }: ConsoleTeamQuery): Team | undefined {
  return viewer?.__typename === 'Operator' && website ? { operator: viewer, website } : undefined
}
