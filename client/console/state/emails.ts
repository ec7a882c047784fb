import type {
  ConsoleEmailFragment,
  ConsoleEmailUpdatesFragment,
  ConsoleProposedRepliesFragment,
  ConsoleQuarantinedEmailsFragment,
} from '../../graphql/operations.ts'
import type { Conversation, Message, QuarantinedEmail } from './state.ts'

/** The conversation with the current state of its emails. */
export function withEmailUpdates(
  conversation: Conversation,
  updates: ConsoleEmailUpdatesFragment,
): Conversation {
  const emails = new Map(updates.messages.edges.map(({ node }) => [node.id, node.emails]))
  const messages = conversation.messages.map((message) => ({
    ...message,
    emails: emails.get(message.id) ?? message.emails,
  }))
  return withProposedReplies(withQuarantinedEmails({ ...conversation, messages }, updates), updates)
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
    return { ...message, emails: message.emails.map((one) => (one.id === email.id ? email : one)) }
  }
  return { ...conversation, messages: conversation.messages.map(change) }
}

/** Emails that have failed since they were loaded, or that are not loaded yet. */
export function newlyFailed(
  conversation: Conversation,
  updates: ConsoleEmailUpdatesFragment,
): ConsoleEmailFragment[] {
  const loaded = conversation.messages.flatMap(({ emails }) => failed(emails))
  const known = new Set(loaded.map(({ id }) => id))
  return updates.messages.edges.flatMap(({ node }) => failed(node.emails)).filter(({ id }) => !known.has(id))
}

/** Emails quarantined since. */
export function newlyQuarantined(
  { ticket }: Conversation,
  updates: ConsoleEmailUpdatesFragment,
): QuarantinedEmail[] {
  const known = new Set(ticket.quarantinedEmails?.map(({ id }) => id))
  return updates.quarantinedEmails?.filter(({ id }) => !known.has(id)) ?? []
}

/** Replies proposed since. */
export function newlyProposed({ ticket }: Conversation, updates: ConsoleEmailUpdatesFragment) {
  const known = new Set(ticket.proposedReplies?.map(({ id }) => id))
  return updates.proposedReplies?.filter(({ id }) => !known.has(id)) ?? []
}

function failed(emails: ConsoleEmailFragment[] | null): ConsoleEmailFragment[] {
  return emails?.filter(({ state }) => state === 'FAILED') ?? []
}
