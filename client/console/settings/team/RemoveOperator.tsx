import { useConsoleRemoveOperatorMutation } from '../../../graphql/hooks.ts'
import type { ConsoleOperatorFragment } from '../../../graphql/operations.ts'
import { useTeam } from '../../team/context.ts'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { useText } from '../use-text.ts'

interface Props {
  operator: ConsoleOperatorFragment
  close: () => void
}

export function RemoveOperator({ operator: { id, name }, close }: Props) {
  const text = useText()
  const self = useTeam().operator.id === id
  return (
    <ConfirmChange
      useMutation={useConsoleRemoveOperatorMutation}
      input={{ id }}
      title={text(self ? 'team.remove.self.title' : 'team.remove.title', { name })}
      text={text(self ? 'team.remove.self.text' : 'team.remove.text')}
      action={text('remove')}
      close={close}
    />
  )
}
