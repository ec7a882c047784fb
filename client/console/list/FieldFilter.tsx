import { useState } from 'preact/hooks'
import { Select } from '../../ui/form/Select.tsx'
import { useTeam } from '../team/context.ts'
import { useText } from '../texts/use-text.ts'
import { useFilter } from './use-filter.ts'
import { ValueInput } from './ValueInput.tsx'

/** Values of the chosen category's fields: to choose from, or to type. */
export function FieldFilter() {
  const text = useText()
  const { categories } = useTeam().website
  const { filter, change } = useFilter()
  const [typed, setTyped] = useState<string>()
  const fields = categories.find(({ id }) => id === filter.categoryId)?.fields ?? []
  const options = fields.flatMap(({ name, label, type, choices }) => {
    if (type === 'CHECKBOX') return [{ name, value: 'true', label }]
    if (type === 'CHOICE')
      return choices.map((value) => ({ name, value, label: text('list.field', { label, value }) }))
    return [{ name, value: '', label: text('list.field.typed', { label }) }]
  })
  if (options.length === 0) return null
  const { field } = filter
  const chosen = options.findIndex(({ name, value }) =>
    value ? name === field?.name && value === field.value : name === typed,
  )
  return (
    <>
      <Select
        aria-label={text('list.fields')}
        value={chosen === -1 ? '' : String(chosen)}
        options={[
          { value: '', label: text('list.field.any') },
          ...options.map(({ label }, at) => ({ value: String(at), label })),
        ]}
        onValue={(at) => {
          const { name, value } = options[Number(at || -1)] ?? {}
          setTyped(value === '' ? name : undefined)
          change({ field: name && value ? { name, value } : null })
        }}
      />
      {typed && options[chosen]?.name === typed && (
        <ValueInput
          key={typed}
          label={fields.find(({ name }) => name === typed)?.label ?? ''}
          search={(value) => change({ field: value ? { name: typed, value } : null })}
        />
      )}
    </>
  )
}
