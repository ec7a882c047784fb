import type { TicketLinkFragment } from '../../../graphql/operations.ts'
import { ticketNumber } from '../../../i18n/ticket-number.ts'
import { useLocale } from '../../../ui/locale.ts'
import { useRouter } from '../../routing/route.ts'
import { useText } from '../../texts/use-text.ts'

interface Props {
  as: 'followUpOf' | 'followUp'
  ticket: TicketLinkFragment
}

/** To the ticket that the open one continues, or to one that continues it. */
export function TicketLink({ as, ticket: { id, number } }: Props) {
  const text = useText()
  const locale = useLocale()
  const { go } = useRouter()
  return (
    <p class="tc-follow-up">
      <button type="button" class="tc-link" onClick={() => go({ name: 'ticket', id })}>
        {text(`conversation.${as}`, { number: ticketNumber(locale, number) })}
      </button>
    </p>
  )
}
