import { useEffect, useState } from 'preact/hooks'
import { useConsoleOlderMessagesQuery } from '../../graphql/hooks.ts'
import { Button } from '../../ui/Button.tsx'
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
    <div class="tc-more">
      {error && !fetching && (
        <p class="tc-error" role="alert">
          {text('conversation.older.failed')}
        </p>
      )}
      <Button variant="quiet" busy={fetching} onClick={() => (asked === before ? again() : setAsked(before))}>
        {text('conversation.older')}
      </Button>
    </div>
  )
}
