import { useConsoleDeleteWebhookMutation } from '../../../graphql/hooks.ts'
import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'
import { hostOf } from './host-of.ts'

interface Props {
  webhook: ConsoleWebhookFragment
  close: () => void
}

export function DeleteWebhook({ webhook: { id, url }, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleDeleteWebhookMutation())
  return (
    <Confirm
      title={text('webhooks.delete.title', { name: hostOf(url) })}
      text={text('webhooks.delete.text')}
      action={text('delete')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id })}
      close={close}
    />
  )
}
