import { between, type Dated } from '../../core/history.ts'
import type { Message } from '../state/state.ts'

export interface MessageGroup {
  /** The local day, where the group is the first of it. */
  day?: Date
  /** The first message that had not been read when the ticket was opened. */
  startsUnread: boolean
  messages: [Message, ...Message[]]
}

const pause = 10 * 60_000

function belongs(message: Message, before: Message): boolean {
  const gap = Date.parse(message.createdAt) - Date.parse(before.createdAt)
  return (
    message.author.__typename === before.author.__typename &&
    message.author.id === before.author.id &&
    (message.via === 'EMAIL') === (before.via === 'EMAIL') &&
    gap < pause
  )
}

/** Consecutive messages of one author over one channel are grouped under one name, unless something happened between. */
export function groupMessages(
  messages: Message[],
  firstUnread: number | undefined,
  history: Dated[],
): MessageGroup[] {
  const groups: MessageGroup[] = []
  let before: Message | undefined
  for (const message of messages) {
    const created = new Date(message.createdAt)
    const newDay = !before || new Date(before.createdAt).toDateString() !== created.toDateString()
    const startsUnread = message.position === firstUnread
    const goesOn = before && belongs(message, before) && between(history, before, message).length === 0
    if (goesOn && !newDay && !startsUnread) groups.at(-1)?.messages.push(message)
    else groups.push({ ...(newDay && { day: created }), startsUnread, messages: [message] })
    before = message
  }
  return groups
}
