import type {
  ConsoleHeldMailsFragment,
  ConsoleMailFragment,
  ConsoleMailNewsFragment,
} from '../../graphql/operations.ts'
import type { Conversation, HeldMail, Message } from './state.ts'

/** The conversation with the current state of its emails. */
export function withMailNews(conversation: Conversation, news: ConsoleMailNewsFragment): Conversation {
  const mails = new Map(news.messages.edges.map(({ node }) => [node.id, node.mails]))
  const messages = conversation.messages.map((message) => ({
    ...message,
    mails: mails.get(message.id) ?? message.mails,
  }))
  return withHeldMails({ ...conversation, messages }, news)
}

export function withHeldMails(
  conversation: Conversation,
  { quarantinedMails }: ConsoleHeldMailsFragment,
): Conversation {
  return { ...conversation, ticket: { ...conversation.ticket, quarantinedMails } }
}

export function withMail(conversation: Conversation, mail: ConsoleMailFragment): Conversation {
  const change = (message: Message): Message => {
    if (!message.mails?.some(({ id }) => id === mail.id)) return message
    return { ...message, mails: message.mails.map((held) => (held.id === mail.id ? mail : held)) }
  }
  return { ...conversation, messages: conversation.messages.map(change) }
}

/** Emails that failed since they were cached, or that are not cached yet. */
export function newlyFailed(
  conversation: Conversation,
  news: ConsoleMailNewsFragment,
): ConsoleMailFragment[] {
  const held = conversation.messages.flatMap(({ mails }) => failed(mails))
  const known = new Set(held.map(({ id }) => id))
  return news.messages.edges.flatMap(({ node }) => failed(node.mails)).filter(({ id }) => !known.has(id))
}

/** Emails quarantined since. */
export function newlyHeld({ ticket }: Conversation, news: ConsoleMailNewsFragment): HeldMail[] {
  const known = new Set(ticket.quarantinedMails?.map(({ id }) => id))
  return news.quarantinedMails?.filter(({ id }) => !known.has(id)) ?? []
}

function failed(mails: ConsoleMailFragment[] | null): ConsoleMailFragment[] {
  return mails?.filter(({ state }) => state === 'FAILED') ?? []
}
