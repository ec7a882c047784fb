import { useEffect } from 'preact/hooks'
import { useTicketByNumberQuery } from '../../graphql/hooks.ts'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { ConversationLayout } from './ConversationLayout.tsx'
import { Missing } from './Missing.tsx'

/** Links in emails identify their ticket by number. */
export function ConversationByNumber({ number }: { number: number }) {
  const { replace } = useRouter()
  const known = useStore().state.tickets.find((ticket) => ticket.number === number)
  const [{ data, error }, again] = useTicketByNumberQuery({ variables: { number }, pause: !!known })
  const id = known?.id ?? data?.ticketByNumber?.id

  useEffect(() => {
    if (id) replace({ name: 'ticket', id })
  }, [id])

  if (error) return <Missing retry={() => again({ requestPolicy: 'network-only' })} />
  if (data && !id) return <Missing />
  return <ConversationLayout subject={known?.subject} />
}
