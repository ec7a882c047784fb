import { useEffect, useRef } from 'preact/hooks'
import { useConsoleCountsQuery } from '../../graphql/hooks.ts'
import { useCatchUp } from '../../shell/use-connection.ts'

const settleTime = 1_500

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
  const held = useRef(data)
  held.current = data ?? held.current

  useEffect(() => {
    if (changes === 0 || timer.current) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      count()
    }, settleTime)
  }, [changes])
  useEffect(() => () => clearTimeout(timer.current), [])
  useCatchUp(count)

  return { open: held.current?.open?.totalCount ?? null, unread: held.current?.all?.unreadCount ?? 0 }
}
