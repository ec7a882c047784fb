import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Team } from './team.ts'

export const TeamContext = createContext<Team | null>(null)

/** Only below the provider: the console is never rendered without an operator. */
export function useTeam(): Team {
  return useContext(TeamContext) as Team
}
