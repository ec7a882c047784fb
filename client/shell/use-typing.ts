import { useClient } from '@urql/preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { followTyping, noticeTyping, type Typist } from './typing.ts'

/** Who else types a reply to a ticket, until the next message is there: whoever still types then says so again. */
export function useTypists(ticketId: string, lastPosition: number | undefined, enabled: boolean): Typist[] {
  const client = useClient()
  const [typists, setTypists] = useState<Typist[]>([])
  const following = useRef<ReturnType<typeof followTyping>>(undefined)

  useEffect(() => {
    if (!enabled) return
    following.current = followTyping(client, ticketId, setTypists)
    return () => {
      following.current?.stop()
      setTypists([])
    }
  }, [client, ticketId, enabled])

  useEffect(() => following.current?.forget(), [lastPosition])
  return typists
}

/** Tells others that somebody types here: call it with each key. */
export function useTypingNotice(enabled: boolean): (ticketId: string) => void {
  const client = useClient()
  return useMemo(() => (enabled ? noticeTyping(client) : () => {}), [client, enabled])
}
