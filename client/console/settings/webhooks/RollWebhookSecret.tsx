import { useState } from 'preact/hooks'
import { useConsoleRollWebhookSecretMutation } from '../../../graphql/hooks.ts'
import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import type { NewKey } from '../keys/use-new-keys.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { type Overlap, OverlapChoice } from '../security/OverlapChoice.tsx'
import { useText } from '../use-text.ts'
import { hostOf } from './host-of.ts'

interface Props {
  webhook: ConsoleWebhookFragment
  onSecret: (key: NewKey) => void
  close: () => void
}

export function RollWebhookSecret({ webhook: { id, url }, onSecret, close }: Props) {
  const text = useText()
  const [overlap, setOverlap] = useState<Overlap>('24')
  const { change, busy, failure } = useChange(useConsoleRollWebhookSecretMutation())
  const name = hostOf(url)

  async function roll(): Promise<boolean> {
    const rolled = await change({ id, overlapHours: Number(overlap) })
    if (rolled) onSecret({ id: rolled.secret, name, value: rolled.secret })
    return !!rolled
  }

  return (
    <Confirm
      title={text('webhooks.roll.title', { name })}
      text={text(overlap === '0' ? 'webhooks.roll.now' : 'webhooks.roll.later')}
      action={text('webhooks.roll')}
      busy={busy}
      failure={failure}
      confirm={roll}
      close={close}
    >
      <OverlapChoice value={overlap} onValue={setOverlap} />
    </Confirm>
  )
}
