import { type View, views } from '../../core/filter.ts'
import { addStyles } from '../../ui/add-styles.ts'
import { Select } from '../../ui/form/Select.tsx'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'
import type { Choice } from './finding.ts'
import css from './late.css?inline'

addStyles(css)

interface Props {
  chosen: Choice
  choose: (choice: Choice) => void
}

export function Filters({ chosen, choose }: Props) {
  const text = useLateText()
  const categories = useStore().state.website?.categories ?? []
  const statuses = views.map((view) => ({
    value: view,
    label: view === 'ALL' ? text('filter.status.any') : text(`status.${view}`),
  }))
  return (
    <fieldset class="tc-filters" aria-label={text('tickets.filter')}>
      <Select
        aria-label={text('filter.status')}
        value={chosen.view}
        // All of them first.
        options={[...statuses.slice(-1), ...statuses.slice(0, -1)]}
        onValue={(view) => choose({ ...chosen, view: view as View })}
      />
      {categories.length > 0 && (
        <Select
          aria-label={text('filter.category')}
          value={chosen.categoryId ?? ''}
          options={[
            { value: '', label: text('filter.category.any') },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(id) => choose({ ...chosen, categoryId: id || null })}
        />
      )}
    </fieldset>
  )
}
