import { useEffect, useRef } from 'preact/hooks'
import { useConsoleCountsQuery } from '../../graphql/hooks.ts'
import { useOnReconnect } from '../../graphql/use-connection.ts'
import { useStore } from '../state/context.ts'

const pause = 1_500

/** How many tickets wait for the team, and how many hold something unread; counted anew soon after a change. */
export function useCounts() {
  const { changes } = useStore().state
  const [{ data }, count] = useConsoleCountsQuery()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const held = useRef(data)
  held.current = data ?? held.current

  useEffect(() => {
    if (changes === 0 || timer.current) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      count()
    }, pause)
  }, [changes])
  useEffect(() => () => clearTimeout(timer.current), [])
  useOnReconnect(count)

  return { open: held.current?.open?.totalCount ?? null, unread: held.current?.all?.unreadCount ?? 0 }
}
