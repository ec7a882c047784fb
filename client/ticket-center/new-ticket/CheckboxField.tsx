import { useId } from 'preact/hooks'
import { classNames } from '../../ui/class-names.ts'

interface Props {
  name: string
  label: string
  hint: string | undefined
  error: string | undefined
  required: boolean
  checked: boolean
  onValue: (value: string) => void
}

export function CheckboxField({ name, label, hint, error, required, checked, onValue }: Props) {
  const id = useId()
  const note = error ?? hint
  return (
    <div class={classNames('tc-field', error && 'tc-field--invalid')}>
      <label class="tc-checkbox">
        <input
          type="checkbox"
          class="tc-checkbox__input"
          name={name}
          required={required}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={note && id}
          onChange={({ currentTarget }) => onValue(String(currentTarget.checked))}
        />
        <span class={classNames('tc-label tc-aligned', required && 'tc-label--required')} dir="auto">
          {label}
        </span>
      </label>
      {note && (
        <p id={id} class={error ? 'tc-error' : 'tc-hint'}>
          {note}
        </p>
      )}
    </div>
  )
}
