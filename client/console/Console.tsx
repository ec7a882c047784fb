import { useMemo, useReducer } from 'preact/hooks'
import { ConnectionNote } from '../shell/ConnectionNote.tsx'
import { useSaveOutgoing } from '../shell/composer/use-save-outgoing.ts'
import { routeOf } from './address/address.ts'
import { usePath } from './address/navigation.ts'
import { ConversationPane } from './conversation/ConversationPane.tsx'
import { DetailsPane } from './details/DetailsPane.tsx'
import { Shortcuts } from './keyboard/Shortcuts.tsx'
import { Home } from './layout/Home.tsx'
import { TopBar } from './layout/TopBar.tsx'
import { useLayout } from './layout/use-layout.ts'
import { useTicketAddress } from './layout/use-ticket-address.ts'
import { TicketPane } from './list/TicketPane.tsx'
import { useCounts } from './list/use-counts.ts'
import { useDocumentTitle } from './list/use-document-title.ts'
import { useLiveTickets } from './list/use-live-tickets.ts'
import { useTicketPages } from './list/use-ticket-pages.ts'
import { SettingsLoader } from './SettingsLoader.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
import { StoreContext } from './state/context.ts'
import { reduce } from './state/reducer.ts'
import { initialState } from './state/state.ts'
import { unsentTexts } from './state/unsent-texts.ts'
import { useTeam } from './team/context.ts'

/** List, conversation and details, side by side if there is room; or the settings, for administrators. */
export function Console({ ended }: { ended: boolean }) {
  const layout = useLayout()
  const { administrator } = useTeam()
  const named = routeOf(usePath()).section
  const section = administrator ? named : null
  const [state, dispatch] = useReducer(reduce, initialState)
  const store = useMemo(() => ({ state, dispatch }), [state, dispatch])
  const pages = useTicketPages(state, dispatch)
  const { open, unread } = useCounts(state.changes)
  useDocumentTitle(unread, section !== null)
  useLiveTickets(state.changeCursor, dispatch, pages.reload)
  useTicketAddress(state, dispatch, layout)
  useSaveOutgoing(state.outgoing)

  if (ended) return <SignIn reason="ended" unsent={unsentTexts(state)} />

  const { ticketId, pane } = state.screen
  const alone = layout === 1 && pane !== 'list' && section === null
  const detailed = layout === 3 || pane === 'details'

  return (
    <StoreContext.Provider value={store}>
      <Shortcuts asleep={section !== null}>
        <div class={`tc-console tc-console--${layout}`}>
          <ConnectionNote />
          {!alone && <TopBar section={section === null ? 'tickets' : 'settings'} />}
          {section === null ? (
            <div class="tc-console__panes">
              {!alone && <TicketPane pages={pages} open={open} layout={layout} />}
              {layout > 1 && !ticketId && <Home />}
              {(layout > 1 || alone) && ticketId && (
                <ConversationPane key={ticketId} id={ticketId} layout={layout} />
              )}
              {detailed && ticketId && (
                <DetailsPane key={`details of ${ticketId}`} id={ticketId} layout={layout} />
              )}
            </div>
          ) : (
            <SettingsLoader section={section} layout={layout} />
          )}
        </div>
      </Shortcuts>
    </StoreContext.Provider>
  )
}
