import { TicketHistoryDocument } from '../../../graphql/operations.ts'
import { useHistoryLines } from '../../../shell/messages/use-history-lines.ts'
import type { Conversation } from '../../state/state.ts'

/** What happened in a ticket between its messages: solved or reopened; and the tickets before and after it. */
export function useHistory(conversation: Conversation) {
  const { lines, links } = useHistoryLines({ document: TicketHistoryDocument, ...conversation })
  // The messages already show whose turn it is.
  const history = lines.filter(
    (line) => line.__typename === 'StatusChanged' && (line.to === 'SOLVED' || line.from === 'SOLVED'),
  )
  return { history, links }
}
