import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { classNames } from './class-names.ts'

export interface Control {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface Props {
  label: string
  hint?: string
  error?: string
  /** Draws the control; spread what it is given onto it. */
  children: (control: Control) => ComponentChildren
}

export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const control: Control = { id }
  const note = error ?? hint
  if (note) control['aria-describedby'] = `${id}-note`
  if (error) control['aria-invalid'] = true
  return (
    <div class={classNames('tc-field', error && 'tc-field--invalid')}>
      <label class="tc-label" for={id}>
        {label}
      </label>
      {children(control)}
      {note && (
        <p id={`${id}-note`} class={error ? 'tc-error' : 'tc-hint'}>
          {note}
        </p>
      )}
    </div>
  )
}
