import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SessionKeeper } from '../core/connection/session.ts'
import type { FirstScreenQuery } from '../graphql/operations.ts'
import { ConnectionNote } from '../shell/ConnectionNote.tsx'
import { useSaveOutgoing } from '../shell/composer/use-save-outgoing.ts'
import { Detail } from './Detail.tsx'
import type { Shown } from './embedding/notify-page.ts'
import { firstRoute } from './routing/first-route.ts'
import { type Router, RouterContext } from './routing/route.ts'
import { SessionEnded } from './SessionEnded.tsx'
import { StoreContext } from './state/context.ts'
import { useText } from './texts/use-text.ts'
import { Sidebar } from './tickets/Sidebar.tsx'
import { useFirstScreen } from './use-first-screen.ts'
import { useLiveChanges } from './use-live-changes.ts'

interface Props {
  session: SessionKeeper
  ticket: string | undefined
  first: FirstScreenQuery | null
  /** Called after each change. */
  onShow: (...shown: Shown) => void
}

export function App({ session, ticket, first, onShow }: Props) {
  const [place, setPlace] = useState(() => ({ route: firstRoute(ticket), moved: false }))
  const router = useMemo<Router>(
    () => ({
      ...place,
      go: (route) => setPlace({ route, moved: true }),
      replace: (route) => setPlace({ ...place, route }),
    }),
    [place],
  )
  const text = useText()
  const { state, dispatch, failed, reload } = useFirstScreen(first)
  const store = useMemo(() => ({ state, dispatch }), [state, dispatch])
  useLiveChanges(state.changeCursor, dispatch, reload)
  useSaveOutgoing(state.outgoing)

  const [ended, setEnded] = useState(false)
  useEffect(() => session.onEnd(() => setEnded(true)), [session])
  useEffect(() => onShow(state, router, failed, ended))
  if (ended) return <SessionEnded state={state} />

  return (
    <RouterContext.Provider value={router}>
      <StoreContext.Provider value={store}>
        <main class={`tc-app tc-app--${place.route.name === 'number' ? 'ticket' : place.route.name}`}>
          <h1 class="tc-hidden">{text('app.title')}</h1>
          <ConnectionNote />
          <Sidebar failed={failed} reload={reload} />
          <Detail />
        </main>
      </StoreContext.Provider>
    </RouterContext.Provider>
  )
}
