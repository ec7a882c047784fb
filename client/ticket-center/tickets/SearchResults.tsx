import { LoadMore } from '../../shell/LoadMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStore } from '../state/context.ts'
import { useLateText } from '../use-text.ts'
import { TicketItem } from './TicketItem.tsx'
import { useSearchPages } from './use-search-pages.ts'

export function SearchResults({ search }: { search: string }) {
  const text = useLateText()
  const { state } = useStore()
  const { found, older, fetching, going, failed, more, again } = useSearchPages(search)
  const live = new Map(state.tickets.map((ticket) => [ticket.id, ticket]))

  if (failed) {
    return (
      <Notice kind="error" title={text('tickets.search.failed')}>
        <Button onClick={again}>{text('app.retry')}</Button>
      </Notice>
    )
  }
  if (!found) return <Skeleton label={text('app.loading')} rows={3} />
  return (
    <>
      <p class="tc-hidden" role="status">
        {text('tickets.search.found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <Notice
          kind="empty"
          title={text('tickets.search.none.title')}
          text={text('tickets.search.none.text', { search })}
        />
      )}
      <ul class="tc-ticket-list">
        {found.map((ticket) => (
          <TicketItem key={ticket.id} ticket={live.get(ticket.id) ?? ticket} />
        ))}
      </ul>
      {going && <Skeleton label={text('app.loading')} rows={1} />}
      {older && <LoadMore label={text('tickets.older')} busy={fetching} load={more} />}
    </>
  )
}
