import { ConversationByNumber } from './conversation/ConversationByNumber.tsx'
import { ConversationPane } from './conversation/ConversationPane.tsx'
import { Home } from './help/Home.tsx'
import { NewTicket } from './new-ticket/NewTicket.tsx'
import { useRouter } from './route.ts'

export function Detail() {
  const { route } = useRouter()
  return (
    <div class="tc-detail">
      {route.name === 'list' && <Home />}
      {route.name === 'new' && <NewTicket />}
      {route.name === 'ticket' && <ConversationPane key={route.id} id={route.id} />}
      {route.name === 'number' && <ConversationByNumber number={route.number} />}
    </div>
  )
}
