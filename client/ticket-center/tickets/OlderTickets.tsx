import { useEffect, useState } from 'preact/hooks'
import { useTicketsQuery } from '../../graphql/hooks.ts'
import { LoadMore } from '../../shell/messages/LoadMore.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../texts/use-text.ts'

export function OlderTickets() {
  const text = useText()
  const { state, dispatch } = useStore()
  const [after, setAfter] = useState<string | null>(null)
  const [{ data, error, fetching }, again] = useTicketsQuery({ variables: { after }, pause: !after })

  useEffect(() => {
    if (data?.tickets) dispatch({ type: 'older-tickets', page: data.tickets })
  }, [data])

  return (
    <LoadMore
      label={text('tickets.older')}
      failure={error && text('tickets.older.failed')}
      busy={fetching}
      load={() => (after === state.older ? again() : setAfter(state.older))}
    />
  )
}
