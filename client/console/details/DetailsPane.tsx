import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Layout } from '../layout/use-layout.ts'
import { Properties } from '../properties/Properties.tsx'
import { Values } from '../properties/Values.tsx'
import { useStore } from '../state/context.ts'
import { useGo } from '../state/use-go.ts'
import { useText } from '../texts/use-text.ts'
import { CustomerCard } from './CustomerCard.tsx'
import { OtherTickets } from './OtherTickets.tsx'
import { Participants } from './Participants.tsx'

interface Props {
  id: string
  layout: Layout
}

export function DetailsPane({ id, layout }: Props) {
  const text = useText()
  const { state } = useStore()
  const { closeDetails } = useGo()
  const heading = useRef<HTMLHeadingElement>(null)
  const ticket = state.conversations[id]?.ticket

  useLayoutEffect(() => {
    if (state.screen.pane === 'details') heading.current?.focus()
  }, [])

  return (
    <aside class="tc-details" aria-labelledby="tc-details-title">
      <header class={layout === 3 ? 'tc-hidden' : 'tc-details__header'}>
        <h2 ref={heading} id="tc-details-title" tabIndex={-1}>
          {text('details.title')}
        </h2>
        {layout < 3 && (
          <Button class="tc-button--icon" aria-label={text('details.close')} onClick={closeDetails}>
            <Icon name="close" />
          </Button>
        )}
      </header>
      {ticket && (
        <div class="tc-details__body">
          <CustomerCard customer={ticket.customer} />
          <Properties ticket={ticket} />
          <Values ticket={ticket} />
          <Participants ticketId={id} participants={ticket.participants} />
          <OtherTickets ticket={ticket} />
        </div>
      )}
    </aside>
  )
}
