import { views } from '../state/filter.ts'
import { useText } from '../use-text.ts'
import { useFilter } from './use-filter.ts'

export function StatusTabs({ open }: { open: number | null }) {
  const text = useText()
  const { filter, change } = useFilter()
  return (
    <div class="tc-tabs" role="group" aria-label={text('list.status')}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          class="tc-tab"
          aria-pressed={filter.view === view}
          onClick={() => change({ view })}
        >
          {text(`view.${view}`)}
          {view === 'OPEN' && !!open && (
            <span class="tc-tab__count" aria-label={text('view.count', { count: open })}>
              {open > 999 ? '999+' : open}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
