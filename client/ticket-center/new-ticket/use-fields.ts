import { useEffect } from 'preact/hooks'
import { shownFields } from '../../core/shown-fields.ts'
import { useFormFieldsQuery } from '../../graphql/hooks.ts'
import type { FormFieldFragment } from '../../graphql/operations.ts'
import { typedNumber } from '../../i18n/typed-number.ts'
import { useStore } from '../state/context.ts'
import type { NewTicketDraft } from '../state/drafts.ts'
import { fieldValue } from './field-value.ts'

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
  const fields = category ? fieldsShown(category.fields, values) : none
  return {
    fields: data || !categoryId ? fields : undefined,
    failed: !!error && !data,
    again: () => load(),
  }
}

type Values = NewTicketDraft['fields']

export function fieldsShown(fields: FormFieldFragment[], values: Values): FormFieldFragment[] {
  const given = fields.map((field) => [field.name, fieldValue(field, values[field.name])])
  return shownFields(fields, Object.fromEntries(given))
}

export function isMissing(field: FormFieldFragment, value?: string): boolean {
  const given = fieldValue(field, value)
  return field.required && (field.type === 'CHECKBOX' ? given !== 'true' : !given)
}

/** The values as the API takes them. */
export function valuesOf(fields: FormFieldFragment[], values: Values, locale: string) {
  return fields.map((field) => {
    const value = fieldValue(field, values[field.name])
    return { name: field.name, value: field.type === 'NUMBER' ? typedNumber(value, locale) : value }
  })
}
