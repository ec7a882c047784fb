import type { Layout } from '../layout/use-layout.ts'
import { useText } from '../texts/use-text.ts'
import { CustomerChip } from './CustomerChip.tsx'
import { Filters } from './Filters.tsx'
import { SearchField } from './SearchField.tsx'
import { StatusTabs } from './StatusTabs.tsx'
import { TicketList } from './TicketList.tsx'
import type { TicketPages } from './use-ticket-pages.ts'

interface Props {
  pages: TicketPages
  /** Tickets that wait for the team; null while unknown. */
  open: number | null
  layout: Layout
}

export function TicketPane({ pages, open, layout }: Props) {
  const text = useText()
  const Landmark = layout === 1 ? 'main' : 'nav'
  return (
    <Landmark class="tc-sidebar" aria-label={text('list.label')}>
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
    </Landmark>
  )
}
