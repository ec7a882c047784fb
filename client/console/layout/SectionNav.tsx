import { loadedTicket } from '../../core/conversations.ts'
import { settingsAddress, ticketAddress } from '../address/address.ts'
import { Link } from '../address/Link.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

export type Section = 'tickets' | 'settings'

/** From the settings it returns to the ticket that was open. */
export function SectionNav({ section }: { section: Section }) {
  const text = useText()
  const { state } = useStore()
  const addresses = {
    tickets: ticketAddress(loadedTicket(state, state.screen.ticketId)?.number ?? null),
    settings: settingsAddress(),
  }
  return (
    <nav class="tc-bar__places" aria-label={text('app.sections')}>
      {(['tickets', 'settings'] as const).map((one) => (
        <Link
          key={one}
          class="tc-bar__place"
          href={addresses[one]}
          aria-current={one === section ? 'page' : undefined}
        >
          {text(`app.sections.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
