import { Field } from '../../ui/form/Field.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'

interface Props {
  /** Global id; empty for none. */
  value: string
  error: string | undefined
  onValue: (categoryId: string) => void
}

/** Nothing if the company has no categories. */
export function CategoryField({ value, error, onValue }: Props) {
  const text = useLateText()
  const categories = useStore().state.website?.categories ?? []
  if (categories.length === 0) return null
  const none = { value: '', label: text('new.category.none') }
  const options = [none, ...categories.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Field label={text('new.category')} error={error}>
      {(control) => <Select {...control} name="category" value={value} options={options} onValue={onValue} />}
    </Field>
  )
}
