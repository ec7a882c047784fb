import type {
  ConsoleEmailFragment,
  ConsoleEmailNewsFragment,
  ConsoleProposedRepliesFragment,
  ConsoleQuarantinedEmailsFragment,
} from '../../graphql/operations.ts'
import type { Conversation, Message, QuarantinedEmail } from './state.ts'

/** The conversation with the current state of its emails. */
export function withEmailNews(conversation: Conversation, news: ConsoleEmailNewsFragment): Conversation {
  const emails = new Map(news.messages.edges.map(({ node }) => [node.id, node.emails]))
  const messages = conversation.messages.map((message) => ({
    ...message,
    emails: emails.get(message.id) ?? message.emails,
  }))
  return withProposedReplies(withQuarantinedEmails({ ...conversation, messages }, news), news)
}

export function withQuarantinedEmails(
  conversation: Conversation,
  { quarantinedEmails }: ConsoleQuarantinedEmailsFragment,
): Conversation {
  return { ...conversation, ticket: { ...conversation.ticket, quarantinedEmails } }
}

export function withProposedReplies(
  conversation: Conversation,
  { proposedReplies }: ConsoleProposedRepliesFragment,
): Conversation {
  return { ...conversation, ticket: { ...conversation.ticket, proposedReplies } }
}

export function withEmail(conversation: Conversation, email: ConsoleEmailFragment): Conversation {
  const change = (message: Message): Message => {
    if (!message.emails?.some(({ id }) => id === email.id)) return message
    return { ...message, emails: message.emails.map((held) => (held.id === email.id ? email : held)) }
  }
  return { ...conversation, messages: conversation.messages.map(change) }
}

/** Emails that have failed since they were loaded, or that are not loaded yet. */
export function newlyFailed(
  conversation: Conversation,
  news: ConsoleEmailNewsFragment,
): ConsoleEmailFragment[] {
  const held = conversation.messages.flatMap(({ emails }) => failed(emails))
  const known = new Set(held.map(({ id }) => id))
  return news.messages.edges.flatMap(({ node }) => failed(node.emails)).filter(({ id }) => !known.has(id))
}

/** Emails quarantined since. */
export function newlyQuarantined(
  { ticket }: Conversation,
  news: ConsoleEmailNewsFragment,
): QuarantinedEmail[] {
  const known = new Set(ticket.quarantinedEmails?.map(({ id }) => id))
  return news.quarantinedEmails?.filter(({ id }) => !known.has(id)) ?? []
}

/** Replies proposed since. */
export function newlyProposed({ ticket }: Conversation, news: ConsoleEmailNewsFragment) {
  const known = new Set(ticket.proposedReplies?.map(({ id }) => id))
  return news.proposedReplies?.filter(({ id }) => !known.has(id)) ?? []
}

function failed(emails: ConsoleEmailFragment[] | null): ConsoleEmailFragment[] {
  return emails?.filter(({ state }) => state === 'FAILED') ?? []
}
