import { ConversationByNumber } from './conversation/ConversationByNumber.tsx'
import { ConversationPane } from './conversation/ConversationPane.tsx'
import { Home } from './help/Home.tsx'
import { NewTicket } from './new-ticket/NewTicket.tsx'
import { useRouter } from './routing/route.ts'
import { useStore } from './state/context.ts'

export function Detail() {
  const { route } = useRouter()
  const { state } = useStore()
  const first = state.loaded && state.tickets.length === 0
  return (
    <div class="tc-detail">
      {route.name === 'list' && !first && <Home />}
      {(route.name === 'new' || (route.name === 'list' && first)) && <NewTicket />}
      {route.name === 'ticket' && <ConversationPane key={route.id} id={route.id} />}
      {route.name === 'number' && <ConversationByNumber number={route.number} />}
    </div>
  )
}
