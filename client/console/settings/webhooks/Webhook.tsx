import { useState } from 'preact/hooks'
import { useConsoleUpdateWebhookMutation } from '../../../graphql/hooks.ts'
import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { useText } from '../use-text.ts'
import { Deliveries } from './Deliveries.tsx'
import { hostOf } from './host-of.ts'
import { WebhookFacts } from './WebhookFacts.tsx'
import { WebhookForm } from './WebhookForm.tsx'

interface Props {
  webhook: ConsoleWebhookFragment
  askToRoll: () => void
  askToDelete: () => void
}

/** An endpoint, or the form that changes it; with its deliveries on request. */
export function Webhook({ webhook, askToRoll, askToDelete }: Props) {
  const text = useText()
  const { id, url, events, description, enabled } = webhook
  const name = hostOf(url)
  const { editing, start, stop, opener } = useEditing()
  const [open, setOpen] = useState(false)
  const fields = ['url', 'events', 'description'] as const
  const { change, forget, ...state } = useChange(useConsoleUpdateWebhookMutation(), [...fields])
  if (editing) {
    return (
      <li class="tc-row">
        <WebhookForm
          {...state}
          saved={{ url, events, description: description ?? '' }}
          enabled={enabled}
          save={(values) => change({ id, ...values })}
          close={() => {
            forget()
            stop()
          }}
        />
      </li>
    )
  }
  return (
    <li class="tc-row">
      <WebhookFacts webhook={webhook} />
      <div class="tc-row__actions">
        <Button
          variant="quiet"
          aria-expanded={open}
          aria-label={text('webhooks.deliveries.what', { name })}
          onClick={() => setOpen(!open)}
        >
          {text('webhooks.deliveries')}
        </Button>
        <Button variant="quiet" aria-label={text('edit.what', { name })} onClick={start} {...opener}>
          {text('edit')}
        </Button>
        <Button variant="quiet" aria-label={text('webhooks.roll.what', { name })} onClick={askToRoll}>
          {text('webhooks.roll')}
        </Button>
        <Button variant="quiet" aria-label={text('delete.what', { name })} onClick={askToDelete}>
          {text('delete')}
        </Button>
      </div>
      {open && <Deliveries webhook={webhook} />}
    </li>
  )
}
