import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { OlderTickets } from './OlderTickets.tsx'
import { Rows } from './Rows.tsx'

export function TicketList() {
  const text = useText()
  const { go } = useRouter()
  const { state } = useStore()
  if (state.tickets.length === 0) {
    return (
      <Notice kind="empty" title={text('tickets.empty.title')} text={text('tickets.empty.text')}>
        <Button class="tc-narrow-only" onClick={() => go({ name: 'new' })}>
          {text('tickets.new')}
        </Button>
      </Notice>
    )
  }
  return (
    <>
      <Rows tickets={state.tickets} />
      {state.older && <OlderTickets />}
    </>
  )
}
