import { type ConsoleHistoryLineFragment, ConsoleTicketHistoryDocument } from '../../graphql/operations.ts'
import { useHistoryLines } from '../../shell/use-history-lines.ts'
import type { Conversation } from '../state/state.ts'

/** What happened in a ticket between its messages. */
export function useHistory(conversation: Conversation): ConsoleHistoryLineFragment[] {
  const lines = useHistoryLines({ document: ConsoleTicketHistoryDocument, ...conversation })
  // The messages already show whose turn it is.
  return lines.filter((line, at) => {
    if (line.__typename === 'TicketRated') return line.score !== lastScore(lines.slice(0, at))
    return line.__typename !== 'StatusChanged' || line.to === 'SOLVED' || line.from === 'SOLVED'
  })
}

/** Only another comment is not worth a line. */
const lastScore = (lines: ConsoleHistoryLineFragment[]) =>
  lines.flatMap((line) => (line.__typename === 'TicketRated' ? line.score : [])).at(-1)
