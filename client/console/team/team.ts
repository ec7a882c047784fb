import type { ConsoleTeamQuery, ConsoleWebsiteFragment } from '../../graphql/operations.ts'

export interface Team {
  operator: { id: string; name: string }
  website: ConsoleWebsiteFragment
  /** Whether they may change settings. */
  administrator: boolean
}

/** Undefined unless an operator is signed in. */
export function teamOf({ viewer, website }: ConsoleTeamQuery): Team | undefined {
  return viewer?.__typename === 'Operator' && website ? withWebsite(viewer, website) : undefined
}

export function withWebsite(operator: Team['operator'], website: ConsoleWebsiteFragment): Team {
  const self = website.operators?.find(({ id }) => id === operator.id)
  return { operator, website, administrator: self?.role === 'ADMIN' }
}
