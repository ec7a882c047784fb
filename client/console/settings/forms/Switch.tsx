import { useId } from 'preact/hooks'

interface Props {
  label: string
  hint: string
  checked: boolean
  onChecked: (checked: boolean) => void
}

export function Switch({ label, hint, checked, onChecked }: Props) {
  const id = useId()
  return (
    <div class="tc-switch">
      <div>
        <label class="tc-label" for={id}>
          {label}
        </label>
        <p class="tc-hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="tc-switch__input"
        aria-describedby={`${id}-hint`}
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
    </div>
  )
}
