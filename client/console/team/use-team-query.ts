import { useEffect, useState } from 'preact/hooks'
import { useConsoleTeamQuery, useConsoleWebsiteChangedSubscription } from '../../graphql/hooks.ts'
import { eachTime } from '../../shell/subscriptions.ts'
import { useCatchUp } from '../../shell/use-connection.ts'
import { type Team, teamOf, withWebsite } from './team.ts'

/** The operator and the website, kept up to date. */
export function useTeamQuery() {
  const [team, setTeam] = useState<Team>()
  const [{ data, error, fetching }, again] = useConsoleTeamQuery()
  useEffect(() => {
    if (data) setTeam((current) => teamOf(data) ?? current)
  }, [data])
  useConsoleWebsiteChangedSubscription(
    {},
    eachTime(({ websiteChanged }) =>
      setTeam((current) => current && withWebsite(current.operator, websiteChanged)),
    ),
  )
  useCatchUp(again)
  return { team, failed: !fetching && !!(error ?? data), again: () => again() }
}
