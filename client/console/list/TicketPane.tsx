import { useText } from '../use-text.ts'
import { CustomerChip } from './CustomerChip.tsx'
import { Filters } from './Filters.tsx'
import { SearchField } from './SearchField.tsx'
import { StatusTabs } from './StatusTabs.tsx'
import { TicketList } from './TicketList.tsx'
import { useCounts } from './use-counts.ts'
import { useDocumentTitle } from './use-document-title.ts'
import type { TicketPages } from './use-ticket-pages.ts'

export function TicketPane({ pages }: { pages: TicketPages }) {
  const text = useText()
  const { open, unread } = useCounts()
  useDocumentTitle(unread)
  return (
    <nav class="tc-sidebar" aria-label={text('list.label')}>
      <h1 class="tc-hidden">{text('app.title')}</h1>
      <div class="tc-sidebar__header">
        <SearchField />
        <StatusTabs open={open} />
      </div>
      <div class="tc-sidebar__body">
        <Filters />
        <CustomerChip />
        <TicketList pages={pages} />
      </div>
    </nav>
  )
}
