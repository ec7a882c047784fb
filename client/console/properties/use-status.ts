import { useState } from 'preact/hooks'
import { useConsoleSetTicketStatusMutation } from '../../graphql/hooks.ts'
import type { TicketStatus } from '../../graphql/operations.ts'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useAnnounce } from '../use-announce.ts'
import { useFailureText } from '../use-failure-text.ts'
import { useText } from '../use-text.ts'

/** Shows the new status at once, and the old one again if it was refused. */
export function useStatus(ticket: Ticket) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const { dispatch } = useStore()
  const [failure, setFailure] = useState<{ held: TicketStatus; words: string }>()
  const [, change] = useConsoleSetTicketStatusMutation()

  async function setStatus(status: TicketStatus): Promise<void> {
    setFailure(undefined)
    dispatch({ type: 'ticket', ticket: { ...ticket, status } })
    const { data, error } = await change({ input: { ticketId: ticket.id, status } })
    const result = data?.setTicketStatus
    if (result?.__typename === 'SetTicketStatusPayload') {
      dispatch({ type: 'ticket', ticket: result.ticket })
      announce(text('conversation.status.announce', { status: text(`status.${status}`) }))
    } else {
      dispatch({ type: 'ticket', ticket })
      setFailure({ held: ticket.status, words: failureText(error, result) })
    }
  }

  // Outdated as soon as the status changes.
  return { setStatus, failure: failure?.held === ticket.status ? failure.words : undefined }
}
