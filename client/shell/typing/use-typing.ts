import { useClient } from '@urql/preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { followTyping, noticeTyping, type Typist } from './typing.ts'

/** Who else is typing a reply to a ticket. A new message clears the list; those still typing are reported again. */
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

/** Notifies others that somebody is typing here: call it with each key. */
export function useTypingNotice(enabled: boolean): (ticketId: string) => void {
  const client = useClient()
  return useMemo(() => (enabled ? noticeTyping(client) : () => {}), [client, enabled])
}
