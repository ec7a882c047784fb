import { SelectField } from '../../../ui/form/SelectField.tsx'
import { useText } from '../use-text.ts'

/** Hours. */
const spans = ['1', '24', '168', '720'] as const

interface Props {
  value: string
  onValue: (value: string) => void
}

export function SinceChoice({ value, onValue }: Props) {
  const text = useText()
  return (
    <SelectField
      label={text('webhooks.since.label')}
      value={value}
      options={spans.map((value) => ({ value, label: text(`webhooks.since.${value}`) }))}
      onValue={onValue}
    />
  )
}
