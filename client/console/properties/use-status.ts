import { useConsoleSetTicketStatusMutation } from '../../graphql/hooks.ts'
import type { TicketStatus } from '../../graphql/operations.ts'
import { useAnnounce } from '../announcements/use-announce.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { useProperty } from './use-property.ts'

/** Sets the status and announces it to screen readers. */
export function useStatus(ticket: Ticket) {
  const text = useText()
  const announce = useAnnounce()
  const { change, failure } = useProperty(ticket, 'status')
  const [, send] = useConsoleSetTicketStatusMutation()

  async function setStatus(status: TicketStatus): Promise<void> {
    const accepted = await change({ status }, send({ input: { ticketId: ticket.id, status } }))
    if (accepted) announce(text('conversation.status.announce', { status: text(`status.${status}`) }))
  }

  return { setStatus, failure }
}
