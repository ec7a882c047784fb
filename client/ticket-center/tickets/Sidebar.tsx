import { useContext, useState } from 'preact/hooks'
import { maxSearch } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTooLong } from '../../ui/limits.ts'
import { Notice } from '../../ui/Notice.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { FaqsAboveList } from '../help/FaqsAboveList.tsx'
import { OfficeHours } from '../help/OfficeHours.tsx'
import { Late } from '../late/Late.tsx'
import { PartsContext } from '../late/parts.ts'
import { useRouter } from '../route.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../use-text.ts'
import { TicketList } from './TicketList.tsx'

export function Sidebar({ failed, reload }: { failed: boolean; reload: () => void }) {
  const text = useText()
  const { go } = useRouter()
  const { state } = useStore()
  const parts = useContext(PartsContext)
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 250)
  const tooLong = useTooLong('search', search, maxSearch)

  function type(words: string): void {
    setTyped(words)
    // While the visitor is still typing.
    parts.search().catch(() => {})
  }

  return (
    <div class="tc-sidebar">
      <header class="tc-sidebar__header">
        <h2 class="tc-title">{text('app.title')}</h2>
        <Button variant="primary" onClick={() => go({ name: 'new' })}>
          <Icon name="plus" />
          {text('tickets.new')}
        </Button>
      </header>
      {state.website?.greeting && (
        <p class="tc-greeting" dir="auto">
          {state.website.greeting}
        </p>
      )}
      <OfficeHours />
      {state.tickets.length > 0 && (
        <SearchInput
          label={text('tickets.search')}
          clearLabel={text('tickets.search.clear')}
          value={typed}
          onText={type}
          onClear={() => setTyped('')}
        />
      )}
      <FaqsAboveList />
      <nav class="tc-sidebar__body" aria-label={text('tickets.label')}>
        {!state.loaded && !failed && <Skeleton label={text('app.loading')} rows={6} />}
        {failed && (
          <Notice kind="error" title={text('app.failed.title')} text={text('app.failed.text')}>
            <Button onClick={reload}>{text('app.retry')}</Button>
          </Notice>
        )}
        {tooLong && <Notice kind="error" title={tooLong} />}
        {state.loaded && !tooLong && search && typed ? (
          <Late part="search" rows={3}>
            {({ SearchResults }) => <SearchResults search={search} />}
          </Late>
        ) : (
          state.loaded && !tooLong && <TicketList />
        )}
      </nav>
    </div>
  )
}
