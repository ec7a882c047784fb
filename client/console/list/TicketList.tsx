import { useEffect } from 'preact/hooks'
import { LoadMore } from '../../shell/messages/LoadMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useAnnounce } from '../announcements/use-announce.ts'
import { useStore } from '../state/context.ts'
import { useVisibleTickets } from '../state/use-visible-tickets.ts'
import { useText } from '../texts/use-text.ts'
import { EmptyList } from './EmptyList.tsx'
import { TicketItem } from './TicketItem.tsx'
import type { TicketPages } from './use-ticket-pages.ts'

export function TicketList({ pages }: { pages: TicketPages }) {
  const text = useText()
  const announce = useAnnounce()
  const { listed, older, filter } = useStore().state
  const tickets = useVisibleTickets()
  const count = tickets.length
  const searching = !listed || (count === 0 && older !== null)

  useEffect(() => {
    if (!searching && filter.search) announce(text(older ? 'list.found.more' : 'list.found', { count }))
  }, [searching, filter.search])

  if (pages.failed && searching) {
    return (
      <Notice kind="error" title={text('list.failed.title')} text={text('list.failed.text')}>
        <Button onClick={pages.again}>{text('app.retry')}</Button>
      </Notice>
    )
  }
  if (count === 0) return searching ? <Skeleton label={text('app.loading')} rows={6} /> : <EmptyList />
  return (
    <>
      <ul class="tc-ticket-list" aria-busy={!listed}>
        {tickets.map((ticket) => (
          <TicketItem key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {older && (
        <LoadMore
          label={text('list.older')}
          failure={pages.failed === 'older' ? text('list.older.failed') : undefined}
          busy={pages.fetching}
          load={pages.more}
        />
      )}
    </>
  )
}
