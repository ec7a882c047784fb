import { useState } from 'preact/hooks'
import { useConsoleRevealSecretMutation, useConsoleRevokeSecretMutation } from '../../../graphql/hooks.ts'
import type { ConsoleSecretFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { Code } from '../parts/Code.tsx'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { useText } from '../use-text.ts'
import { SecretFacts } from './SecretFacts.tsx'

interface Props {
  secret: ConsoleSecretFragment
  /** Its value, if it was just created here. */
  known: string | undefined
}

export function SecretRow({ secret, known }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleRevealSecretMutation())
  const [revealed, setRevealed] = useState<string>()
  const [hidden, setHidden] = useState(false)
  const [revoking, setRevoking] = useState(false)

  const loaded = revealed ?? known
  const value = hidden ? undefined : loaded

  async function reveal(): Promise<void> {
    setHidden(false)
    if (loaded) return
    const answer = await change({ id: secret.id })
    if (answer) setRevealed(answer.value)
  }

  return (
    <li class="tc-row">
      <SecretFacts secret={secret} />
      <div class="tc-row__actions">
        {value ? (
          <Button variant="quiet" onClick={() => setHidden(true)}>
            {text('secrets.hide')}
          </Button>
        ) : (
          <Button variant="quiet" busy={busy} onClick={() => void reveal()}>
            {text('secrets.reveal')}
          </Button>
        )}
        {secret.retiresAt && (
          <Button variant="quiet" onClick={() => setRevoking(true)}>
            {text('secrets.revoke')}
          </Button>
        )}
      </div>
      {value && <Code label={text(`secrets.${secret.kind}`)} code={value} wrap />}
      <Failure text={failure} />
      {revoking && (
        <ConfirmChange
          useMutation={useConsoleRevokeSecretMutation}
          input={{ id: secret.id }}
          title={text('revoke.title')}
          text={text(`revoke.${secret.kind}`)}
          action={text('secrets.revoke')}
          close={() => setRevoking(false)}
        />
      )}
    </li>
  )
}
