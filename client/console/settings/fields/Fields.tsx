import { useLayoutEffect, useState } from 'preact/hooks'
import { useConsoleDeleteFieldMutation, useConsoleMoveFieldMutation } from '../../../graphql/hooks.ts'
import type { ConsoleCategoryFragment, ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { focusTitle } from '../parts/focus-title.ts'
import { Page } from '../parts/Page.tsx'
import { SortableList } from '../parts/SortableList.tsx'
import { useText } from '../use-text.ts'
import { AddField } from './AddField.tsx'
import { FieldRow } from './FieldRow.tsx'

interface Props {
  category: ConsoleCategoryFragment
  close: () => void
}

/** What the form for a new ticket asks for with a category. */
export function Fields({ category: { id, name, fields }, close }: Props) {
  const text = useText()
  const [leaving, setLeaving] = useState<ConsoleFieldFragment>()
  const { change, failure } = useChange(useConsoleMoveFieldMutation())
  useLayoutEffect(focusTitle, [])
  return (
    <>
      <Button variant="quiet" class="tc-fields__back" onClick={close}>
        <Icon name="back" />
        {text('section.categories')}
      </Button>
      <Page title={text('fields.title', { name })} lead={text('fields.lead')}>
        {fields.length === 0 && <p class="tc-none">{text('fields.none')}</p>}
        <SortableList
          label={text('fields.title', { name })}
          items={fields}
          nameOf={({ label }) => label}
          send={(id, position) => change({ id, position })}
        >
          {(field, buttons) => (
            <FieldRow field={field} fields={fields} buttons={buttons} askToDelete={() => setLeaving(field)} />
          )}
        </SortableList>
        <Failure text={failure} />
        <AddField categoryId={id} fields={fields} />
        {leaving && (
          <ConfirmChange
            useMutation={useConsoleDeleteFieldMutation}
            input={{ id: leaving.id }}
            title={text('fields.delete.title', { name: leaving.label })}
            text={text('fields.delete.text')}
            action={text('delete')}
            close={() => setLeaving(undefined)}
          />
        )}
      </Page>
    </>
  )
}
