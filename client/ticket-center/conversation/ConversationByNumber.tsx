import { useTicketByNumberQuery } from '../../graphql/hooks.ts'
import { useStore } from '../state/context.ts'
import { ConversationPane } from './ConversationPane.tsx'
import { Missing } from './Missing.tsx'
import { Waiting } from './Waiting.tsx'

/** A link of an e-mail names its ticket by number. */
export function ConversationByNumber({ number }: { number: number }) {
  const known = useStore().state.tickets.find((ticket) => ticket.number === number)
  const [{ data, error }, again] = useTicketByNumberQuery({ variables: { number }, pause: !!known })
  const id = known?.id ?? data?.ticketByNumber?.id
  if (id) return <ConversationPane key={id} id={id} />
  if (data || error) return <Missing retry={error && (() => again({ requestPolicy: 'network-only' }))} />
  return <Waiting />
}
