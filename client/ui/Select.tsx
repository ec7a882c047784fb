import type { SelectHTMLAttributes } from 'preact'
import { Icon } from './Icon.tsx'

type Props = SelectHTMLAttributes & {
  value: string
  options: { value: string; label: string }[]
  onValue: (value: string) => void
}

export function Select({ value, options, onValue, ...rest }: Props) {
  return (
    <div class="tc-select-frame">
      <select
        class="tc-select"
        {...rest}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </div>
  )
}
