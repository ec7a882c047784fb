import type { ComponentChildren } from 'preact'
import { useConsoleUpdateCategoryMutation } from '../../../graphql/hooks.ts'
import type { ConsoleCategoryFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { languagesOf } from '../translations/languages-of.ts'
import { useText } from '../use-text.ts'
import { CategoryForm } from './CategoryForm.tsx'

interface Props {
  category: ConsoleCategoryFragment
  buttons: ComponentChildren
  openFields: () => void
  askToDelete: () => void
}

export function CategoryRow({ category, buttons, openFields, askToDelete }: Props) {
  const text = useText()
  const locale = useLocale()
  const { id, name, fields, translations } = category
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleUpdateCategoryMutation(), ['name', 'translations'])
  if (editing) {
    return (
      <CategoryForm
        {...state}
        saved={{ name, translations: translations ?? [] }}
        save={(values) => change({ id, ...values })}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  return (
    <>
      <div class="tc-row__words">
        <p class="tc-row__name" dir="auto">
          {name}
        </p>
        <p class="tc-row__facts">{languagesOf(locale, translations)}</p>
      </div>
      <div class="tc-row__actions">
        {buttons}
        <Button variant="quiet" aria-label={text('fields.title', { name })} onClick={openFields}>
          {text('fields.count', { count: fields.length })}
        </Button>
        <Button variant="quiet" aria-label={text('edit.what', { name })} onClick={start} {...opener}>
          {text('edit')}
        </Button>
        <Button variant="quiet" aria-label={text('delete.what', { name })} onClick={askToDelete}>
          {text('delete')}
        </Button>
      </div>
    </>
  )
}
