import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { Form } from '../forms/Form.tsx'
import { FormActions } from '../forms/FormActions.tsx'
import { Switch } from '../forms/Switch.tsx'
import { useEdits } from '../forms/use-edits.ts'
import { useText } from '../use-text.ts'
import { Condition } from './Condition.tsx'
import { FieldTranslations } from './FieldTranslations.tsx'
import { TypeParts } from './TypeParts.tsx'
import { Unchangeable } from './Unchangeable.tsx'
import { type FieldValues, nameFor } from './values.ts'

interface Props {
  saved: FieldValues
  /** The other fields of the category. */
  others: ConsoleFieldFragment[]
  busy: boolean
  issues: Record<string, string>
  failure: string | undefined
  save: (values: FieldValues) => Promise<unknown>
  close: () => void
}

export function FieldForm({ saved, others, busy, issues, failure, save, close }: Props) {
  const text = useText()
  const { values, edit } = useEdits(saved)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  const isNew = !saved.id
  // The name follows the label until somebody changes it.
  const name = values.name || (isNew ? nameFor(values.label) : '')

  async function submit(): Promise<void> {
    if (await save({ ...values, name })) close()
  }

  return (
    <Form class="tc-field-form" busy={busy} issues={issues} submit={submit}>
      <TextField
        required
        label={text('fields.label')}
        error={issues.label}
        value={values.label}
        limit={100}
        inputRef={input}
        onText={(label) => edit({ label })}
      />
      {isNew && <Unchangeable values={{ ...values, name }} issues={issues} edit={edit} />}
      <TypeParts values={values} issues={issues} edit={edit} />
      <TextField
        label={text('fields.hint')}
        hint={text('fields.hint.hint')}
        error={issues.hint}
        value={values.hint}
        limit={200}
        onText={(hint) => edit({ hint })}
      />
      <Switch
        label={text('fields.required')}
        hint={text(values.type === 'CHECKBOX' ? 'fields.required.checkbox' : 'fields.required.hint')}
        checked={values.required}
        onChecked={(required) => edit({ required })}
      />
      <FieldTranslations values={values} issues={issues} edit={edit} />
      <Condition values={values} others={others} issues={issues} edit={edit} />
      <FormActions failure={failure} busy={busy} close={close} />
    </Form>
  )
}
