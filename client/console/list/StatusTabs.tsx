import { views } from '../../core/filter.ts'
import { useText } from '../texts/use-text.ts'
import { useFilter } from './use-filter.ts'

export function StatusTabs({ open }: { open: number | null }) {
  const text = useText()
  const { filter, change } = useFilter()
  return (
    <fieldset class="tc-tabs" aria-label={text('list.status')}>
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
            <>
              <span class="tc-tab__count" aria-hidden="true">
                {open > 999 ? '999+' : open}
              </span>
              <span class="tc-hidden">{text('view.count', { count: open })}</span>
            </>
          )}
        </button>
      ))}
    </fieldset>
  )
}
