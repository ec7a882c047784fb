import type { Conversation, MessagePage, MessageRow, TicketRow } from './rows.ts'
import { isOutdated } from './tickets.ts'

const nodesOf = <Message>({ edges }: MessagePage<Message>) => edges.map(({ node }) => node)

const cursorBefore = ({ pageInfo }: MessagePage<unknown>) =>
  pageInfo.hasPreviousPage ? pageInfo.startCursor : null

/**
 * Merges the newest page into a loaded conversation. Loaded messages stay if the page reaches back to them; otherwise
 * there would be a gap. `known` is the ticket as already loaded, if only in a list: its fields win where they are
 * newer.
 */
export function conversationOf<Details extends TicketRow, Message extends MessageRow>(
  start: Details & { messages: MessagePage<Message> },
  loaded?: Conversation<Details, Message>,
  known: TicketRow | undefined = loaded?.ticket,
): Conversation<Details, Message> {
  const { messages: page, ...rest } = start
  const answered = rest as unknown as Details
  const ticket = isOutdated(answered, known) ? { ...answered, ...known } : answered
  const fresh = nodesOf(page)
  const first = fresh[0]?.position ?? 1
  const last = fresh.at(-1)?.position ?? 0
  const newer = loaded?.messages.filter(({ position }) => position > last) ?? []
  const reaches = loaded?.messages.some(({ position }) => position === first - 1)
  if (!loaded || !reaches) return { ticket, messages: [...fresh, ...newer], older: cursorBefore(page) }
  const before = loaded.messages.filter(({ position }) => position < first)
  return { ticket, messages: [...before, ...fresh, ...newer], older: loaded.older }
}

export function withOlderMessages<
  Loaded extends Conversation<TicketRow, Message>,
  Message extends MessageRow,
>(conversation: Loaded, page: MessagePage<Message>): Loaded {
  const { messages } = conversation
  const first = messages[0]?.position ?? Number.POSITIVE_INFINITY
  const fresh = nodesOf(page).filter(({ position }) => position < first)
  return { ...conversation, messages: [...fresh, ...messages], older: cursorBefore(page) }
}

export function withMessage<Loaded extends Conversation<TicketRow, Message>, Message extends MessageRow>(
  conversation: Loaded,
  message: Message,
): Loaded {
  const { messages } = conversation
  if (messages.some(({ position }) => position === message.position)) return conversation
  const sorted = [...messages, message].sort((one, other) => one.position - other.position)
  return { ...conversation, messages: sorted }
}

/** Applies a change to one loaded conversation. Without one, returns the same state. */
export function withConversation<Loaded, State>(
  state: State & { conversations: Record<string, Loaded> },
  ticketId: string,
  change: (loaded: Loaded) => Loaded,
): State {
  const loaded = state.conversations[ticketId]
  return loaded ? { ...state, conversations: { ...state.conversations, [ticketId]: change(loaded) } } : state
}

/** The position from which live messages continue: the last one before any gap. Zero without messages. */
export function lastInRow(messages: MessageRow[]): number {
  const gap = messages.findIndex(({ position }, index) => {
    const next = messages[index + 1]
    return !next || next.position > position + 1
  })
  return messages[gap]?.position ?? 0
}

/** Messages of the newest page that come after the loaded ones. */
export function newerThan<Message extends MessageRow>(
  loaded: MessageRow[],
  page: MessagePage<Message>,
): Message[] {
  const last = loaded.at(-1)?.position ?? 0
  return nodesOf(page).filter(({ position }) => position > last)
}
