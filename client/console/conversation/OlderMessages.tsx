import { useEffect, useState } from 'preact/hooks'
import { useConsoleOlderMessagesQuery } from '../../graphql/hooks.ts'
import { LoadMore } from '../../shell/LoadMore.tsx'
import { useStore } from '../state/context.ts'
import { useText } from '../use-text.ts'

interface Props {
  ticketId: string
  before: string
}

export function OlderMessages({ ticketId, before }: Props) {
  const text = useText()
  const { dispatch } = useStore()
  const [asked, setAsked] = useState<string>()
  const variables = { id: ticketId, before: asked ?? before }
  const [{ data, error, fetching }, again] = useConsoleOlderMessagesQuery({ variables, pause: !asked })

  useEffect(() => {
    const page = data?.ticket?.messages
    if (page) dispatch({ type: 'older-messages', ticketId, page })
  }, [data])

  return (
    <LoadMore
      label={text('conversation.older')}
      failure={error && text('conversation.older.failed')}
      busy={fetching}
      load={() => (asked === before ? again() : setAsked(before))}
    />
  )
}
