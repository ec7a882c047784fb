import type { ComponentChildren } from 'preact'
import { useConsoleUpdateFieldMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { useText } from '../use-text.ts'
import { FieldForm } from './FieldForm.tsx'
import { inputOf, parts, valuesOf } from './values.ts'

interface Props {
  field: ConsoleFieldFragment
  /** All fields of the category. */
  fields: ConsoleFieldFragment[]
  buttons: ComponentChildren
  askToDelete: () => void
}

export function FieldRow({ field, fields, buttons, askToDelete }: Props) {
  const text = useText()
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleUpdateFieldMutation(), parts)
  const { id, name, label, type, required, shownIf } = field
  const others = fields.filter((other) => other.id !== id)
  if (editing) {
    return (
      <FieldForm
        {...state}
        saved={valuesOf(field)}
        others={others}
        save={(values) => change({ id, ...inputOf(values) })}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  const decisive = others.find((other) => other.name === shownIf)
  return (
    <>
      <div class="tc-row__words">
        <p class="tc-row__name" dir="auto">
          {label}
        </p>
        <p class="tc-row__facts">
          <span>{text(`fields.type.${type}`)}</span>
          {required && <span>{text('fields.required')}</span>}
          {decisive && (
            <span>
              {text('fields.depends')} <bdi>{decisive.label}</bdi>
            </span>
          )}
          <code>{name}</code>
        </p>
      </div>
      <div class="tc-row__actions">
        {buttons}
        <Button variant="quiet" aria-label={text('edit.what', { name: label })} onClick={start} {...opener}>
          {text('edit')}
        </Button>
        <Button variant="quiet" aria-label={text('delete.what', { name: label })} onClick={askToDelete}>
          {text('delete')}
        </Button>
      </div>
    </>
  )
}
