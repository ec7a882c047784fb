import { useEffect, useState } from 'preact/hooks'
import { useOlderMessagesQuery } from '../../graphql/hooks.ts'
import { LoadMore } from '../../shell/LoadMore.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../use-text.ts'

export function OlderMessages({ ticketId, before }: { ticketId: string; before: string }) {
  const text = useText()
  const { dispatch } = useStore()
  const [cursor, setCursor] = useState('')
  const [{ data, error, fetching }, again] = useOlderMessagesQuery({
    variables: { id: ticketId, before: cursor },
    pause: !cursor,
  })

  useEffect(() => {
    if (data?.ticket) dispatch({ type: 'older-messages', ticketId, page: data.ticket.messages })
  }, [data])

  return (
    <LoadMore
      label={text('conversation.older')}
      failure={error && text('conversation.older.failed')}
      busy={fetching}
      load={() => (cursor === before ? again() : setCursor(before))}
    />
  )
}
