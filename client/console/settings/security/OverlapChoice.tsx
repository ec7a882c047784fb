import { SelectField } from '../../../ui/form/SelectField.tsx'
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
    <SelectField
      label={text('roll.overlap')}
      value={value}
      options={overlaps.map((value) => ({ value, label: text(`roll.overlap.${value}`) }))}
      onValue={onValue}
    />
  )
}
