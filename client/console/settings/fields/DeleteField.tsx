import { useConsoleDeleteFieldMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFieldFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  field: ConsoleFieldFragment
  close: () => void
}

export function DeleteField({ field: { id, label }, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleDeleteFieldMutation())
  return (
    <Confirm
      title={text('fields.delete.title', { name: label })}
      text={text('fields.delete.text')}
      action={text('delete')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id })}
      close={close}
    />
  )
}
