import type { FormFieldFragment } from '../../graphql/operations.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useLateText } from '../texts/use-text.ts'
import { FieldInput } from './FieldInput.tsx'

interface Props {
  /** Undefined while they are loading. */
  fields: FormFieldFragment[] | undefined
  failed: boolean
  again: () => void
  values: Record<string, string>
  errors: Record<string, string | undefined>
  onValue: (name: string, value: string) => void
}

/** The fields of the chosen category. */
export function Fields({ fields, failed, again, values, errors, onValue }: Props) {
  const text = useLateText()
  if (failed) {
    return (
      <Notice kind="error" title={text('app.failed.title')} text={text('app.failed.text')}>
        <Button onClick={again}>{text('app.retry')}</Button>
      </Notice>
    )
  }
  if (!fields) return <Skeleton label={text('app.loading')} rows={1} />
  return (
    <>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={errors[`field.${field.name}`]}
          onValue={(value) => onValue(field.name, value)}
        />
      ))}
    </>
  )
}
