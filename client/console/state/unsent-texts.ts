import { loadedTicket } from '../../core/conversations.ts'
import { unsentReplies } from '../../core/sending/unsent.ts'
import { typedReplies } from '../../shell/composer/use-draft.ts'
import type { UnsentText } from '../../shell/unsent/UnsentTexts.tsx'
import type { State } from './state.ts'

/** Replies that are not sent, with the subjects of their tickets. */
export function unsentTexts(state: State): UnsentText[] {
  return unsentReplies(state.outgoing, typedReplies).map(({ ticketId, body }) => ({
    label: loadedTicket(state, ticketId)?.subject ?? '',
    body,
  }))
}
