import { useMemo, useReducer } from 'preact/hooks'
import { classNames } from '../ui/class-names.ts'
import { ConnectionNote } from './ConnectionNote.tsx'
import { ConversationPane } from './conversation/ConversationPane.tsx'
import { DetailsPane } from './details/DetailsPane.tsx'
import { Home } from './Home.tsx'
import { Shortcuts } from './keyboard/Shortcuts.tsx'
import { TicketPane } from './list/TicketPane.tsx'
import { useLiveTickets } from './list/use-live-tickets.ts'
import { useTicketPages } from './list/use-ticket-pages.ts'
import { StoreContext } from './state/context.ts'
import { reduce } from './state/reducer.ts'
import { initialState } from './state/state.ts'
import { TopBar } from './TopBar.tsx'
import { useLayout } from './use-layout.ts'

export function Console() {
  const [state, dispatch] = useReducer(reduce, initialState)
  const store = useMemo(() => ({ state, dispatch }), [state, dispatch])
  const pages = useTicketPages(state, dispatch)
  useLiveTickets(dispatch)

  const layout = useLayout()
  const { ticketId, pane } = state.place
  const conversation = layout > 1 || pane !== 'list'
  const details = layout === 3 || pane === 'details'

  return (
    <StoreContext.Provider value={store}>
      <Shortcuts>
        <div class={classNames('tc-console', `tc-console--${layout}`)}>
          <ConnectionNote />
          {(layout > 1 || !conversation) && <TopBar />}
          <div class="tc-console__panes">
            {(layout > 1 || !conversation) && <TicketPane pages={pages} />}
            {conversation && !ticketId && <Home />}
            {conversation && ticketId && <ConversationPane key={ticketId} id={ticketId} layout={layout} />}
            {details && ticketId && <DetailsPane key={`details-${ticketId}`} id={ticketId} layout={layout} />}
          </div>
        </div>
      </Shortcuts>
    </StoreContext.Provider>
  )
}
