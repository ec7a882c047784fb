import type { SelectHTMLAttributes } from 'preact'
import { Icon } from '../Icon.tsx'

type Props<Value extends string> = SelectHTMLAttributes & {
  value: Value
  options: { value: Value; label: string }[]
  onValue: (value: Value) => void
}

export function Select<Value extends string>({ value, options, onValue, ...rest }: Props<Value>) {
  return (
    <div class="tc-select-frame">
      <select
        class="tc-select"
        {...rest}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value as Value)}
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
