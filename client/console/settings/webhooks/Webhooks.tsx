import { useState } from 'preact/hooks'
import { useConsoleDeleteWebhookMutation } from '../../../graphql/hooks.ts'
import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'
import { NewKey } from '../keys/NewKey.tsx'
import { useNewKeys } from '../keys/use-new-keys.ts'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { Page } from '../parts/Page.tsx'
import { useText } from '../use-text.ts'
import { AddWebhook } from './AddWebhook.tsx'
import { hostOf } from './host-of.ts'
import { RollWebhookSecret } from './RollWebhookSecret.tsx'
import { Webhook } from './Webhook.tsx'

export function Webhooks() {
  const text = useText()
  const { webhookEndpoints } = useSettings().settings
  const { keys, add, remove } = useNewKeys('webhooks')
  const [leaving, setLeaving] = useState<ConsoleWebhookFragment>()
  const [rolling, setRolling] = useState<ConsoleWebhookFragment>()
  return (
    <Page title={text('section.webhooks')} lead={text('webhooks.lead')}>
      {keys.map((key) => (
        <NewKey key={key.id} {...key} close={() => remove(key)} />
      ))}
      {webhookEndpoints.length === 0 && <p class="tc-none">{text('webhooks.none')}</p>}
      <ul class="tc-rows">
        {webhookEndpoints.map((webhook) => (
          <Webhook
            key={webhook.id}
            webhook={webhook}
            askToRoll={() => setRolling(webhook)}
            askToDelete={() => setLeaving(webhook)}
          />
        ))}
      </ul>
      <AddWebhook onSecret={add} />
      {rolling && <RollWebhookSecret webhook={rolling} onSecret={add} close={() => setRolling(undefined)} />}
      {leaving && (
        <ConfirmChange
          useMutation={useConsoleDeleteWebhookMutation}
          input={{ id: leaving.id }}
          title={text('webhooks.delete.title', { name: hostOf(leaving.url) })}
          text={text('webhooks.delete.text')}
          action={text('delete')}
          close={() => setLeaving(undefined)}
        />
      )}
    </Page>
  )
}
