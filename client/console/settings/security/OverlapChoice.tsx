import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useText } from '../use-text.ts'

const overlaps = ['24', '1', '168', '0'] as const

/** Hours. */
export type Overlap = (typeof overlaps)[number]

interface Props {
  value: Overlap
  onValue: (value: Overlap) => void
}

/** How long an old secret keeps working. */
export function OverlapChoice({ value, onValue }: Props) {
  const text = useText()
  return (
    <Field label={text('roll.overlap')}>
      {(control) => (
        <Select
          {...control}
          value={value}
          options={overlaps.map((value) => ({ value, label: text(`roll.overlap.${value}`) }))}
          onValue={(value) => onValue(value as Overlap)}
        />
      )}
    </Field>
  )
}
