import type { ComponentChildren } from 'preact'
import { useConsoleUpdateCategoryMutation } from '../../../graphql/hooks.ts'
import type { ConsoleCategoryFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { InlineEdit } from '../forms/InlineEdit.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { useText } from '../use-text.ts'

interface Props {
  category: ConsoleCategoryFragment
  buttons: ComponentChildren
  openFields: () => void
  askToDelete: () => void
}

export function CategoryRow({ category, buttons, openFields, askToDelete }: Props) {
  const text = useText()
  const { id, name, fields } = category
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleUpdateCategoryMutation(), ['name'])
  if (editing) {
    return (
      <InlineEdit
        {...state}
        label={text('categories.name')}
        value={name}
        save={(value) => change({ id, name: value })}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  return (
    <>
      <p class="tc-row__words tc-row__name" dir="auto">
        {name}
      </p>
      <div class="tc-row__actions">
        {buttons}
        <Button variant="quiet" aria-label={text('fields.title', { name })} onClick={openFields}>
          {text('fields.count', { count: fields.length })}
        </Button>
        <Button variant="quiet" aria-label={text('rename.what', { name })} onClick={start} {...opener}>
          {text('rename')}
        </Button>
        <Button variant="quiet" aria-label={text('delete.what', { name })} onClick={askToDelete}>
          {text('delete')}
        </Button>
      </div>
    </>
  )
}
