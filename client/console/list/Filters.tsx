import { Select } from '../../ui/form/Select.tsx'
import { useTeam } from '../team/context.ts'
import { useAssignees } from '../team/use-assignees.ts'
import { useText } from '../texts/use-text.ts'
import { FieldFilter } from './FieldFilter.tsx'
import { useFilter } from './use-filter.ts'

/** Not a possible operator id. */
const nobody = 'nobody'

export function Filters() {
  const text = useText()
  const { categories } = useTeam().website
  const { filter, change } = useFilter()
  const assignees = useAssignees(text('list.assignee.me'))
  return (
    <fieldset class="tc-filters" aria-label={text('list.filters')}>
      <Select
        aria-label={text('list.assignee')}
        value={filter.unassigned ? nobody : (filter.assigneeId ?? '')}
        options={[
          { value: '', label: text('list.assignee.any') },
          { value: nobody, label: text('list.assignee.none') },
          ...assignees,
        ]}
        onValue={(value) => {
          const unassigned = value === nobody
          change({ unassigned, assigneeId: unassigned ? null : value || null })
        }}
      />
      {categories.length > 0 && (
        <Select
          aria-label={text('list.category')}
          value={filter.categoryId ?? ''}
          options={[
            { value: '', label: text('list.category.any') },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(value) => change({ categoryId: value || null, field: null })}
        />
      )}
      <FieldFilter />
    </fieldset>
  )
}
