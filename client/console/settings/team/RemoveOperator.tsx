import { useConsoleRemoveOperatorMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { useTeam } from '../../team/context.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  operator: ConsoleOperatorFragment
  close: () => void
}

export function RemoveOperator({ operator: { id, name }, close }: Props) {
  const text = useText()
  const self = useTeam().operator.id === id
  const { change, busy, failure } = useChange(useConsoleRemoveOperatorMutation())
  return (
    <Confirm
      title={text(self ? 'team.remove.self.title' : 'team.remove.title', { name })}
      text={text(self ? 'team.remove.self.text' : 'team.remove.text')}
      action={text('remove')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id })}
      close={close}
    />
  )
}
