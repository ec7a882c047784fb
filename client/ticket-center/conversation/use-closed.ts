import { useNow } from '../../ui/use-now.ts'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'

const day = 24 * 60 * 60_000

/** Whether a reply opens a follow-up: the ticket has been solved for more days than the company allows. */
export function useClosed({ solvedAt }: Ticket): boolean {
  const days = useStore().state.website?.followUpAfterDays
  const now = useNow()
  return !!solvedAt && typeof days === 'number' && Date.parse(solvedAt) < now - days * day
}
