import { type ConsoleHistoryLineFragment, ConsoleTicketHistoryDocument } from '../../graphql/operations.ts'
import { useHistoryLines } from '../../shell/messages/use-history-lines.ts'
import type { Conversation } from '../state/state.ts'

/** What happened in a ticket between its messages, and the tickets before and after it. */
export function useHistory(conversation: Conversation) {
  const { lines, links } = useHistoryLines({ document: ConsoleTicketHistoryDocument, ...conversation })
  // The messages already show whose turn it is.
  const history = lines.filter((line, at) => {
    if (line.__typename === 'TicketRated') return line.score !== lastScore(lines.slice(0, at))
    return line.__typename !== 'StatusChanged' || line.to === 'SOLVED' || line.from === 'SOLVED'
  })
  return { history, links }
}

/** Only another comment is not worth a line. */
const lastScore = (lines: ConsoleHistoryLineFragment[]) =>
  lines.flatMap((line) => (line.__typename === 'TicketRated' ? line.score : [])).at(-1)
