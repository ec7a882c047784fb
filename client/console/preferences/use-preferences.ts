import { useConsolePreferencesQuery } from '../../graphql/hooks.ts'

/** The operator's current choices on the server: other windows and programs may have changed them. */
export function usePreferences() {
  const [{ data, error, fetching }, again] = useConsolePreferencesQuery()
  const viewer = data?.viewer
  const operator = viewer?.__typename === 'Operator' ? viewer : undefined
  return { operator, failed: !fetching && !operator && !!(error ?? data), again: () => again() }
}
