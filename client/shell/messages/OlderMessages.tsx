import type { UseQueryState } from '@urql/preact'
import { useEffect, useState } from 'preact/hooks'
import { useSharedText } from '../text.ts'
import { LoadMore } from './LoadMore.tsx'

interface Options {
  variables: { id: string; before: string }
  pause: boolean
}

interface Props<Page> {
  /** The app’s own query. */
  useQuery: (options: Options) => [UseQueryState<{ ticket: { messages: Page } | null }>, () => void]
  ticketId: string
  /** The cursor of the first loaded message. */
  before: string
  onPage: (page: Page) => void
}

export function OlderMessages<Page>({ useQuery, ticketId, before, onPage }: Props<Page>) {
  const text = useSharedText()
  const [asked, setAsked] = useState('')
  const variables = { id: ticketId, before: asked }
  const [{ data, error, fetching }, again] = useQuery({ variables, pause: !asked })

  useEffect(() => {
    if (data?.ticket) onPage(data.ticket.messages)
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
