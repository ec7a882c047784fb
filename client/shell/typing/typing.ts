import type { Client } from '@urql/core'
import { SetTypingDocument, TypingDocument, type TypingSubscription } from '../../graphql/operations.ts'

/** Milliseconds between two notices that somebody types, and after which they count as having stopped. */
const interval = 3_000
const typingTimeout = 6_000

export type Typist = TypingSubscription['typing']

/** Reports who types a reply to a ticket, whenever that changes. `forget` is for when one of them has posted. */
export function followTyping(client: Client, ticketId: string, show: (typists: Typist[]) => void) {
  const typing = new Map<string, { typist: Typist; timer: ReturnType<typeof setTimeout> }>()
  const report = () => show([...typing.values()].map(({ typist }) => typist))

  function remove(key: string): void {
    clearTimeout(typing.get(key)?.timer)
    typing.delete(key)
  }

  function note(typist: Typist): void {
    const key = typist.author?.id ?? ''
    const isKnown = typing.has(key)
    remove(key)
    const stopped = () => {
      remove(key)
      report()
    }
    typing.set(key, { typist, timer: setTimeout(stopped, typingTimeout) })
    if (!isKnown) report()
  }

  function forget(): void {
    if (typing.size === 0) return
    for (const key of [...typing.keys()]) remove(key)
    report()
  }

  const { unsubscribe } = client.subscription(TypingDocument, { ticketId }).subscribe(({ data }) => {
    if (data) note(data.typing)
  })
  return {
    forget,
    stop(): void {
      unsubscribe()
      for (const key of [...typing.keys()]) remove(key)
    },
  }
}

/** Notifies others that somebody is typing here: call it with each key. Lost notices do no harm. */
export function noticeTyping(client: Client): (ticketId: string) => void {
  const noticed = new Map<string, number>()
  return (ticketId) => {
    const now = Date.now()
    if (now - (noticed.get(ticketId) ?? 0) < interval) return
    noticed.set(ticketId, now)
    void client.mutation(SetTypingDocument, { input: { ticketId } }).toPromise()
  }
}
