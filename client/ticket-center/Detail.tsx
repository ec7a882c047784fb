import { useRef } from 'preact/hooks'
import { ConversationByNumber } from './conversation/ConversationByNumber.tsx'
import { ConversationPane } from './conversation/ConversationPane.tsx'
import { Home } from './help/Home.tsx'
import { NewTicket } from './new-ticket/NewTicket.tsx'
import { type Route, useRouter } from './routing/route.ts'
import { useStore } from './state/context.ts'

export function Detail() {
  const { route } = useRouter()
  const { state } = useStore()
  // Customers without tickets get the form, until they go elsewhere: their ticket may arrive before the response to it.
  const first = useRef<Route>(undefined)
  if (route.name === 'list' && state.loaded && state.tickets.length === 0) first.current = route
  const isNew = route.name === 'new' || route === first.current
  return (
    <div class="tc-detail">
      {isNew && <NewTicket />}
      {route.name === 'list' && !isNew && <Home />}
      {route.name === 'ticket' && <ConversationPane key={route.id} id={route.id} />}
      {route.name === 'number' && <ConversationByNumber number={route.number} />}
    </div>
  )
}
