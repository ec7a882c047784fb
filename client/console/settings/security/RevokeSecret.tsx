import { useConsoleRevokeSecretMutation } from '../../../graphql/hooks.ts'
import type { ConsoleSecretFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  secret: ConsoleSecretFragment
  close: () => void
}

export function RevokeSecret({ secret, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleRevokeSecretMutation())
  return (
    <Confirm
      title={text('revoke.title')}
      text={text(`revoke.${secret.kind}`)}
      action={text('secrets.revoke')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id: secret.id })}
      close={close}
    />
  )
}
