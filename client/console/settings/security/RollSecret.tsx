import { useState } from 'preact/hooks'
import { useConsoleRollSecretMutation } from '../../../graphql/hooks.ts'
import type { SecretKind } from '../../../graphql/operations.ts'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  kind: SecretKind
  close: () => void
  onRolled: (secret: { id: string; value: string }) => void
}

const overlaps = ['24', '1', '168', '0'] as const
type Overlap = (typeof overlaps)[number]

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
      <Field label={text('roll.overlap')}>
        {(control) => (
          <Select
            {...control}
            value={overlap}
            options={overlaps.map((value) => ({ value, label: text(`roll.overlap.${value}`) }))}
            onValue={(value) => setOverlap(value as Overlap)}
          />
        )}
      </Field>
    </Confirm>
  )
}
