import { between, type Dated } from '../../../core/history.ts'
import type { Message } from '../../state/state.ts'

export interface MessageGroup {
  /** The local day, if this group is its first. */
  day?: Date
  /** Begins with the first message that was unread when the ticket was opened. */
  startsUnread: boolean
  messages: [Message, ...Message[]]
}

const maxGap = 10 * 60_000

function belongs(message: Message, before: Message): boolean {
  const gap = Date.parse(message.createdAt) - Date.parse(before.createdAt)
  return (
    message.author.__typename === before.author.__typename &&
    message.author.id === before.author.id &&
    (message.via === 'EMAIL') === (before.via === 'EMAIL') &&
    gap < maxGap
  )
}

/** Groups consecutive messages by one author over one channel under one name, unless something happened in between. */
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
