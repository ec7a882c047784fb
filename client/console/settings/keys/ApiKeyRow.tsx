import type { ConsoleApiKeyFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Time } from '../../../ui/Time.tsx'
import { LastUsed } from '../parts/LastUsed.tsx'
import { useText } from '../use-text.ts'

interface Props {
  apiKey: ConsoleApiKeyFragment
  askToRevoke?: () => void
}

export function ApiKeyRow({ apiKey, askToRevoke }: Props) {
  const text = useText()
  const { name, scopes, createdAt, lastUsedAt, revokedAt } = apiKey
  return (
    <li class="tc-row">
      <div class="tc-row__words">
        <p class="tc-row__name" dir="auto">
          {name}
        </p>
        <p class="tc-row__facts">{scopes.map((scope) => text(`scope.${scope}`)).join(', ')}</p>
        <p class="tc-row__facts">
          <span>
            {text('created')} <Time value={createdAt} as="date" />
          </span>
          {revokedAt ? (
            <span>
              {text('revoked')} <Time value={revokedAt} as="moment" />
            </span>
          ) : (
            <LastUsed at={lastUsedAt} />
          )}
        </p>
      </div>
      {askToRevoke && (
        <div class="tc-row__actions">
          <Button variant="quiet" aria-label={text('revoke.what', { name })} onClick={askToRevoke}>
            {text('revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}
