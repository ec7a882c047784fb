import { useState } from 'preact/hooks'
import { useConsoleDeleteCategoryMutation, useConsoleMoveCategoryMutation } from '../../../graphql/hooks.ts'
import type { ConsoleCategoryFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'
import { Fields } from '../fields/Fields.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { Page } from '../parts/Page.tsx'
import { SortableList } from '../parts/SortableList.tsx'
import { useText } from '../use-text.ts'
import { AddCategory } from './AddCategory.tsx'
import { CategoryRow } from './CategoryRow.tsx'

export function Categories() {
  const text = useText()
  const { categories } = useSettings().website
  const [leaving, setLeaving] = useState<ConsoleCategoryFragment>()
  const [formOf, setFormOf] = useState<string>()
  const { change, failure } = useChange(useConsoleMoveCategoryMutation())
  const opened = categories.find(({ id }) => id === formOf)
  if (opened) return <Fields category={opened} close={() => setFormOf(undefined)} />
  return (
    <Page title={text('section.categories')} lead={text('categories.lead')}>
      {categories.length === 0 && <p class="tc-none">{text('categories.none')}</p>}
      <SortableList
        label={text('section.categories')}
        items={categories}
        nameOf={({ name }) => name}
        send={(id, position) => change({ id, position })}
      >
        {(category, buttons) => (
          <CategoryRow
            category={category}
            buttons={buttons}
            openFields={() => setFormOf(category.id)}
            askToDelete={() => setLeaving(category)}
          />
        )}
      </SortableList>
      <Failure text={failure} />
      <AddCategory count={categories.length} />
      {leaving && (
        <ConfirmChange
          useMutation={useConsoleDeleteCategoryMutation}
          input={{ id: leaving.id }}
          title={text('categories.delete.title', { name: leaving.name })}
          text={text('categories.delete.text')}
          action={text('delete')}
          close={() => setLeaving(undefined)}
        />
      )}
    </Page>
  )
}
