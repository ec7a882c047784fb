import { useConsoleNotificationsQuery } from '../../graphql/hooks.ts'

/** The operator's current choice on the server: other windows and programs may have changed it. */
export function useNotifications() {
  const [{ data, error, fetching }, again] = useConsoleNotificationsQuery()
  const viewer = data?.viewer
  const operator = viewer?.__typename === 'Operator' ? viewer : undefined
  return { operator, failed: !fetching && !operator && !!(error ?? data), again: () => again() }
}
