import type { ConsoleSecretFragment } from '../../../graphql/operations.ts'
import { Time } from '../../../ui/Time.tsx'
import { LastUsed } from '../parts/LastUsed.tsx'
import { useText } from '../use-text.ts'

export function SecretFacts({ secret }: { secret: ConsoleSecretFragment }) {
  const text = useText()
  return (
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
  )
}
