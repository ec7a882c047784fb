import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { classNames } from '../class-names.ts'
import { useTooLong } from './limits.ts'

export interface Control {
  id: string
  required?: true
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface Props {
  label: string
  hint?: string
  error?: string
  /** It must not be empty. */
  required?: boolean
  /** The current text, for fields with a limit: extra characters are counted, not cut. */
  value?: string
  limit?: number
  /** Renders the control, which must spread these props. */
  children: (control: Control) => ComponentChildren
}

export function Field({ label, hint, error: refusal, required, value = '', limit, children }: Props) {
  const id = useId()
  const error = useTooLong(id, value.trimEnd(), limit) ?? refusal
  const control: Control = { id }
  const note = error ?? hint
  if (note) control['aria-describedby'] = `${id}-note`
  if (error) control['aria-invalid'] = true
  if (required) control.required = true
  return (
    <div class={classNames('tc-field', error && 'tc-field--invalid')}>
      <label class={classNames('tc-label', required && 'tc-label--required')} for={id}>
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
