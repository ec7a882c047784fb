import { useConsoleRevokeApiKeyMutation } from '../../../graphql/hooks.ts'
import type { ConsoleApiKeyFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  apiKey: ConsoleApiKeyFragment
  close: () => void
}

export function RevokeApiKey({ apiKey, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleRevokeApiKeyMutation())
  return (
    <Confirm
      title={text('keys.revoke.title', { name: apiKey.name })}
      text={text('keys.revoke.text')}
      action={text('revoke')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id: apiKey.id })}
      close={close}
    />
  )
}
