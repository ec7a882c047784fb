import { useConsoleCreateFieldMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { useText } from '../use-text.ts'
import { FieldForm } from './FieldForm.tsx'
import { emptyField, inputOf, parts } from './values.ts'

const maxFields = 20

interface Props {
  categoryId: string
  fields: ConsoleFieldFragment[]
}

export function AddField({ categoryId, fields }: Props) {
  const text = useText()
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleCreateFieldMutation(), ['name', ...parts])
  if (editing) {
    return (
      <FieldForm
        {...state}
        saved={emptyField}
        others={fields}
        save={(values) => change({ categoryId, name: values.name, type: values.type, ...inputOf(values) })}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  if (fields.length >= maxFields) return <p class="tc-hint">{text('fields.full', { count: maxFields })}</p>
  return (
    <Button onClick={start} {...opener}>
      <Icon name="plus" />
      {text('fields.add')}
    </Button>
  )
}
