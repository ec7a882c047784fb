import { useState } from 'preact/hooks'
import { useConsoleRevokeApiKeyMutation } from '../../../graphql/hooks.ts'
import type { ConsoleApiKeyFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'
import { Block } from '../parts/Block.tsx'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { ApiKeyRow } from './ApiKeyRow.tsx'
import { CreateApiKey } from './CreateApiKey.tsx'

export function ApiKeys() {
  const text = useText()
  const { apiKeys } = useSettings().settings
  const [leaving, setLeaving] = useState<ConsoleApiKeyFragment>()
  const working = apiKeys.filter(({ revokedAt }) => !revokedAt)
  const revoked = apiKeys.filter(({ revokedAt }) => revokedAt)
  return (
    <Page title={text('section.keys')} lead={text('keys.lead')}>
      {working.length === 0 && <p class="tc-none">{text('keys.none')}</p>}
      <ul class="tc-rows">
        {working.map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} askToRevoke={() => setLeaving(apiKey)} />
        ))}
      </ul>
      <CreateApiKey />
      {revoked.length > 0 && (
        <Block title={text('keys.revoked')} text={text('keys.revoked.text')}>
          <ul class="tc-rows">
            {revoked.map((apiKey) => (
              <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
            ))}
          </ul>
        </Block>
      )}
      {leaving && (
        <ConfirmChange
          useMutation={useConsoleRevokeApiKeyMutation}
          input={{ id: leaving.id }}
          title={text('keys.revoke.title', { name: leaving.name })}
          text={text('keys.revoke.text')}
          action={text('revoke')}
          close={() => setLeaving(undefined)}
        />
      )}
    </Page>
  )
}
