import { Select } from '../../ui/Select.tsx'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { useFilter } from './use-filter.ts'

/** Values of the chosen category's fields that have few. */
export function FieldFilter() {
  const text = useText()
  const { categories } = useTeam().website
  const { filter, change } = useFilter()
  const fields = categories.find(({ id }) => id === filter.categoryId)?.fields ?? []
  const options = fields.flatMap(({ name, label, type, choices }) => {
    if (type === 'CHECKBOX') return [{ name, value: 'true', label }]
    return choices.map((value) => ({ name, value, label: text('list.field', { label, value }) }))
  })
  if (options.length === 0) return null
  const { field } = filter
  const chosen = options.findIndex(({ name, value }) => name === field?.name && value === field.value)
  return (
    <Select
      aria-label={text('list.fields')}
      value={chosen === -1 ? '' : String(chosen)}
      options={[
        { value: '', label: text('list.field.any') },
        ...options.map(({ label }, at) => ({ value: String(at), label })),
      ]}
      onValue={(at) => {
        const { name, value } = options[Number(at)] ?? {}
        change({ field: at && name && value ? { name, value } : null })
      }}
    />
  )
}
