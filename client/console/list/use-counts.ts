import { useEffect, useRef } from 'preact/hooks'
import { useConsoleCountsQuery } from '../../graphql/hooks.ts'
import { useCatchUp } from '../../shell/use-connection.ts'

const debounceTime = 1_500

export interface Counts {
  /** Tickets that wait for the team; null while unknown. */
  open: number | null
  /** Tickets with unread messages. */
  unread: number
}

/** Counted by the server, and again soon after tickets change. */
export function useCounts(changes: number): Counts {
  const [{ data }, count] = useConsoleCountsQuery()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const counts = useRef(data)
  counts.current = data ?? counts.current

  useEffect(() => {
    if (changes === 0 || timer.current) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      count()
    }, debounceTime)
  }, [changes])
  useEffect(() => () => clearTimeout(timer.current), [])
  useCatchUp(count)

  return { open: counts.current?.open?.totalCount ?? null, unread: counts.current?.all?.unreadCount ?? 0 }
}
