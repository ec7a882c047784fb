import { useEffect, useState } from 'preact/hooks'
import { useOlderMessagesQuery } from '../../graphql/hooks.ts'
import { useText } from '../../i18n/use-text.ts'
import { MoreButton } from '../MoreButton.tsx'
import { useStore } from '../state/context.ts'

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
    <MoreButton
      label={text('conversation.older')}
      failure={error && text('conversation.older.failed')}
      busy={fetching}
      onClick={() => (cursor === before ? again() : setCursor(before))}
    />
  )
}
