import { Button } from '../../ui/Button.tsx'
import { SearchInput } from '../../ui/form/SearchInput.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Late } from '../late/Late.tsx'
import { useText } from '../texts/use-text.ts'
import { anyTicket } from './finding.ts'
import type { Finding } from './use-finding.ts'

/** The search, and the button that opens the filter. Closing the filter resets it. */
export function FindBar({ typed, type, filter, setFilter, filterButton }: Finding) {
  const text = useText()
  return (
    <>
      <div class="tc-find">
        <SearchInput
          label={text('tickets.search')}
          clearLabel={text('tickets.search.clear')}
          value={typed}
          onText={type}
          onClear={() => type('')}
        />
        <Button
          ref={filterButton}
          class="tc-button--icon tc-find__filter"
          aria-label={text('tickets.filter')}
          title={text('tickets.filter')}
          aria-pressed={!!filter}
          onClick={() => setFilter(filter ? undefined : anyTicket)}
        >
          <Icon name="filter" />
        </Button>
      </div>
      {filter && (
        <Late part="filters" rows={0}>
          {({ Filters }) => <Filters chosen={filter} choose={setFilter} />}
        </Late>
      )}
    </>
  )
}
