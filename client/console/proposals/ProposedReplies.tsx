import type { TicketDetails } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { ProposedReply } from './ProposedReply.tsx'
import { useDecisions } from './use-decisions.ts'

interface Props {
  ticket: TicketDetails
  /** Called when one is removed, and the focus with it. */
  onGone: () => void
}

export function ProposedReplies({ ticket, onGone }: Props) {
  const text = useText()
  const { approve, discard } = useDecisions(ticket.id, onGone)
  const proposals = ticket.proposedReplies?.toReversed() ?? []
  if (proposals.length === 0) return null
  return (
    <section class="tc-proposals" aria-label={text('proposal.label')}>
      {proposals.map((proposal) => (
        <ProposedReply
          key={proposal.id}
          proposal={proposal}
          onSend={(body) => approve(proposal.id, body)}
          onDiscard={() => discard(proposal.id)}
        />
      ))}
    </section>
  )
}
