import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { classNames } from '../../../ui/class-names.ts'

interface Props {
  class?: string
  busy: boolean
  /** Anew with every refusal: the focus then goes to the first field that is wrong. */
  issues: object
  submit: () => unknown
  children: ComponentChildren
}

export function Form({ class: className, busy, issues, submit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [issues])
  return (
    <form
      ref={form}
      class={classNames('tc-form', className)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit()
      }}
    >
      {children}
    </form>
  )
}
