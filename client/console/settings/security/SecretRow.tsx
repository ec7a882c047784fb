import { useState } from 'preact/hooks'
import { useConsoleRevealSecretMutation } from '../../../graphql/hooks.ts'
import type { ConsoleSecretFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Time } from '../../../ui/Time.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { Code } from '../parts/Code.tsx'
import { LastUsed } from '../parts/LastUsed.tsx'
import { useText } from '../use-text.ts'
import { RevokeSecret } from './RevokeSecret.tsx'

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

  const held = revealed ?? known
  const value = hidden ? undefined : held

  async function reveal(): Promise<void> {
    setHidden(false)
    if (held) return
    const answer = await change({ id: secret.id })
    if (answer) setRevealed(answer.value)
  }

  return (
    <li class="tc-row">
      <div class="tc-row__words">
        <p class="tc-row__name">
          {secret.retiresAt ? (
            <span class="tc-secret__retiring">
              {text('secrets.retiring')} <Time value={secret.retiresAt} as="moment" />
            </span>
          ) : (
            text('secrets.current')
          )}
        </p>
        <p class="tc-row__facts">
          <span>
            {text('created')} <Time value={secret.createdAt} as="date" />
          </span>
          <LastUsed at={secret.lastUsedAt} />
        </p>
      </div>
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
      {revoking && <RevokeSecret secret={secret} close={() => setRevoking(false)} />}
    </li>
  )
}
