import { useConsoleCreateWebhookMutation } from '../../../graphql/hooks.ts'
import { useChange } from '../forms/use-change.ts'
import type { NewKey } from '../keys/use-new-keys.ts'
import { Block } from '../parts/Block.tsx'
import { useText } from '../use-text.ts'
import { hostOf } from './host-of.ts'
import { type Values, WebhookForm } from './WebhookForm.tsx'

const empty: Values = { url: '', events: [], description: '' }

export function AddWebhook({ onSecret }: { onSecret: (key: NewKey) => void }) {
  const text = useText()
  const fields = ['url', 'events', 'description'] as const
  const { change, ...state } = useChange(useConsoleCreateWebhookMutation(), [...fields])

  async function create({ url, events, description }: Values): Promise<boolean> {
    const created = await change({ url, events, description })
    if (created) onSecret({ id: created.endpoint.id, name: hostOf(url), value: created.secret })
    return !!created
  }

  return (
    <Block title={text('webhooks.add')}>
      <WebhookForm {...state} saved={empty} save={create} />
    </Block>
  )
}
