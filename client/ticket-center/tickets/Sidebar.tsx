import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { FaqsAboveList } from '../help/FaqsAboveList.tsx'
import { OfficeHours } from '../help/OfficeHours.tsx'
import { Late } from '../late/Late.tsx'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'
import { FindBar } from './FindBar.tsx'
import { TicketList } from './TicketList.tsx'
import { useFinding } from './use-finding.ts'

export function Sidebar({ failed, reload }: { failed: boolean; reload: () => void }) {
  const text = useText()
  const { route, go, moved } = useRouter()
  const { state } = useStore()
  const newTicket = useRef<HTMLButtonElement>(null)
  const finding = useFinding()
  const { tooLong } = finding

  // Back in the list, unless the row of a ticket has the focus: what had it is gone.
  useLayoutEffect(() => {
    if (moved && route.name === 'list' && document.activeElement === document.body) newTicket.current?.focus()
  }, [route])

  return (
    <div class="tc-sidebar">
      <header class="tc-sidebar__header">
        <h2 class="tc-title">{text('app.title')}</h2>
        <Button ref={newTicket} variant="primary" onClick={() => go({ name: 'new' })}>
          <Icon name="plus" />
          {text('tickets.new')}
        </Button>
      </header>
      {state.website?.greeting && (
        <p class="tc-greeting" dir="auto">
          {state.website.greeting}
        </p>
      )}
      <OfficeHours />
      {state.tickets.length > 0 && <FindBar {...finding} />}
      <FaqsAboveList />
      <nav class="tc-sidebar__body" aria-label={text('tickets.label')}>
        {!state.loaded && !failed && <Skeleton label={text('app.loading')} rows={6} />}
        {failed && (
          <Notice kind="error" title={text('app.failed.title')} text={text('app.failed.text')}>
            <Button onClick={reload}>{text('app.retry')}</Button>
          </Notice>
        )}
        {tooLong && <Notice kind="error" title={tooLong} />}
        {state.loaded && !tooLong && finding.isActive ? (
          <Late part="found" rows={3}>
            {({ FoundTickets }) => <FoundTickets {...finding} />}
          </Late>
        ) : (
          state.loaded && !tooLong && <TicketList />
        )}
      </nav>
    </div>
  )
}
