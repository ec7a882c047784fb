import { heldTicket } from '../../core/conversations.ts'
import { settingsAddress, ticketAddress } from '../address/address.ts'
import { Link } from '../address/Link.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

export type Place = 'tickets' | 'settings'

/** From the settings it returns to the ticket that was open. */
export function PlaceNav({ place }: { place: Place }) {
  const text = useText()
  const { state } = useStore()
  const addresses = {
    tickets: ticketAddress(heldTicket(state, state.place.ticketId)?.number ?? null),
    settings: settingsAddress(),
  }
  return (
    <nav class="tc-bar__places" aria-label={text('app.places')}>
      {(['tickets', 'settings'] as const).map((one) => (
        <Link
          key={one}
          class="tc-bar__place"
          href={addresses[one]}
          aria-current={one === place ? 'page' : undefined}
        >
          {text(`app.places.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
