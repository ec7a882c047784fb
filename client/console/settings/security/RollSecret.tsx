import { useState } from 'preact/hooks'
import { useConsoleRollSecretMutation } from '../../../graphql/hooks.ts'
import type { SecretKind } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'
import { type Overlap, OverlapChoice } from './OverlapChoice.tsx'

interface Props {
  kind: SecretKind
  close: () => void
  onRolled: (secret: { id: string; value: string }) => void
}

export function RollSecret({ kind, close, onRolled }: Props) {
  const text = useText()
  const [overlap, setOverlap] = useState<Overlap>('24')
  const { change, busy, failure } = useChange(useConsoleRollSecretMutation())

  async function roll(): Promise<boolean> {
    const rolled = await change({ kind, overlapHours: Number(overlap) })
    if (rolled) onRolled({ id: rolled.secret.id, value: rolled.value })
    return !!rolled
  }

  return (
    <Confirm
      title={text(`roll.${kind}`)}
      text={text(overlap === '0' ? `roll.${kind}.now` : `roll.${kind}.later`)}
      action={text('secrets.roll')}
      busy={busy}
      failure={failure}
      confirm={roll}
      close={close}
    >
      <OverlapChoice value={overlap} onValue={setOverlap} />
    </Confirm>
  )
}
