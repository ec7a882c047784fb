import type { TicketLinkFragment } from '../../../graphql/operations.ts'
import { ticketAddress } from '../../address/address.ts'
import { Link } from '../../address/Link.tsx'
import { useGo } from '../../state/use-go.ts'
import { useText } from '../../texts/use-text.ts'

interface Props {
  as: 'followUpOf' | 'followUp'
  ticket: TicketLinkFragment
}

/** To the ticket that the open one continues, or to one that continues it. */
export function TicketLink({ as, ticket: { id, number } }: Props) {
  const text = useText()
  const { open } = useGo()
  return (
    <p class="tc-follow-up">
      <Link class="tc-link" href={ticketAddress(number)} follow={() => open(id)}>
        {text(`conversation.${as}`, { number: String(number) })}
      </Link>
    </p>
  )
}
