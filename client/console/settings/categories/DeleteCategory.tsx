import { useConsoleDeleteCategoryMutation } from '../../../graphql/hooks.ts'
import type { ConsoleCategoryFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  category: ConsoleCategoryFragment
  close: () => void
}

export function DeleteCategory({ category, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleDeleteCategoryMutation())
  return (
    <Confirm
      title={text('categories.delete.title', { name: category.name })}
      text={text('categories.delete.text')}
      action={text('delete')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id: category.id })}
      close={close}
    />
  )
}
