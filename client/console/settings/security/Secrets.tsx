import { useState } from 'preact/hooks'
import type { SecretKind } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { useSettings } from '../context.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { RollSecret } from './RollSecret.tsx'
import { SecretRow } from './SecretRow.tsx'

export function Secrets({ kind }: { kind: SecretKind }) {
  const text = useText()
  const secrets = useSettings().settings.secrets.filter((secret) => secret.kind === kind)
  const [rolling, setRolling] = useState(false)
  // The response contains the new secret, so it need not be revealed, which would be audited.
  const [rolled, setRolled] = useState<{ id: string; value: string }>()
  return (
    <Block title={text(`secrets.${kind}`)} text={text(`secrets.${kind}.text`)}>
      <ul class="tc-rows">
        {secrets.map((secret) => (
          <SecretRow
            key={secret.id}
            secret={secret}
            known={rolled?.id === secret.id ? rolled.value : undefined}
          />
        ))}
      </ul>
      <Button onClick={() => setRolling(true)}>{text('secrets.roll')}</Button>
      {rolling && <RollSecret kind={kind} close={() => setRolling(false)} onRolled={setRolled} />}
    </Block>
  )
}
