import { useMemo } from 'preact/hooks'
import { firstFilter } from '../../core/filter.ts'
import { LoadMore } from '../../shell/messages/LoadMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useLateText } from '../texts/use-text.ts'
import { anyTicket, type Choice } from './finding.ts'
import { Rows } from './Rows.tsx'
import { useFoundPages } from './use-found-pages.ts'

interface Props {
  search: string
  filter: Choice | undefined
  reset: () => void
}

/** The tickets that match the search and the filter. */
export function FoundTickets({ search, filter = anyTicket, reset }: Props) {
  const text = useLateText()
  const { view, categoryId } = filter
  const wanted = useMemo(() => ({ ...firstFilter, view, categoryId, search }), [view, categoryId, search])
  const { found, older, fetching, going, failed, more, again } = useFoundPages(wanted)

  if (failed && !found) {
    return (
      <Notice kind="error" title={text('tickets.search.failed')}>
        <Button onClick={again}>{text('app.retry')}</Button>
      </Notice>
    )
  }
  if (!found) return <Skeleton label={text('app.loading')} rows={3} />
  const onlySearched = view === 'ALL' && categoryId === null
  return (
    <>
      <p class="tc-hidden" role="status">
        {older
          ? text('tickets.search.found.more', { number: found.length })
          : text('tickets.search.found', { count: found.length })}
      </p>
      {found.length === 0 && onlySearched && (
        <Notice
          kind="empty"
          title={text('tickets.search.none.title')}
          text={text('tickets.search.none.text', { search })}
        />
      )}
      {found.length === 0 && !onlySearched && (
        <Notice kind="empty" title={text('filter.none')}>
          <Button onClick={reset}>{text('filter.reset')}</Button>
        </Notice>
      )}
      <Rows tickets={found} />
      {going && <Skeleton label={text('app.loading')} rows={1} />}
      {older && (
        <LoadMore
          label={text('tickets.older')}
          failure={failed ? text('tickets.older.failed') : undefined}
          busy={fetching}
          load={more}
        />
      )}
    </>
  )
}
