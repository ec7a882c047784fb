import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { classNames } from '../../../ui/class-names.ts'
import { LimitedForm } from '../../../ui/form/LimitedForm.tsx'

interface Props {
  class?: string
  busy: boolean
  /** A new object for every refusal: the focus then moves to the first invalid field. */
  issues: object
  submit: () => unknown
  children: ComponentChildren
}

export function Form({ class: className, busy, issues, submit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [issues])
  return (
    <LimitedForm formRef={form} class={classNames('tc-form', className)} send={() => !busy && submit()}>
      {children}
    </LimitedForm>
  )
}
