import { useEffect } from 'preact/hooks'
import { shownFields } from '../../core/shown-fields.ts'
import { useFormFieldsQuery } from '../../graphql/hooks.ts'
import type { FormFieldFragment } from '../../graphql/operations.ts'
import { useStore } from '../state/context.ts'
import type { NewTicketDraft } from '../state/drafts.ts'

const none: FormFieldFragment[] = []

/** The fields of the chosen category that the form shows; undefined while they are loading. */
export function useFields({ categoryId, fields: values }: NewTicketDraft) {
  const { website } = useStore().state
  const pause = !website?.categories.length
  const [{ data, error }, load] = useFormFieldsQuery({ pause })
  // A company may change them while the form is open.
  useEffect(() => {
    if (data) load()
  }, [website])
  const category = data?.website?.categories.find(({ id }) => id === categoryId)
  const fields = category ? shownFields(category.fields, values) : none
  return {
    fields: data || !categoryId ? fields : undefined,
    failed: !!error && !data,
    again: () => load(),
  }
}

export function isMissing({ type, required, choices }: FormFieldFragment, value = ''): boolean {
  if (!required) return false
  if (type === 'CHECKBOX') return value !== 'true'
  return type === 'CHOICE' ? !choices.includes(value) : !value.trim()
}

/** The values as the API takes them: people type numbers as their language writes them. */
export function valuesOf(fields: FormFieldFragment[], values: NewTicketDraft['fields'], locale: string) {
  const decimalSign = new Intl.NumberFormat(locale).format(0.5).slice(1, 2)
  return fields.map(({ name, type, choices }) => {
    const value = values[name] ?? ''
    if (type === 'NUMBER') return { name, value: value.replace(decimalSign, '.') }
    if (type === 'CHECKBOX') return { name, value: String(value === 'true') }
    return { name, value: type === 'CHOICE' && !choices.includes(value) ? '' : value }
  })
}
