import { useState } from 'preact/hooks'
import { useConsoleRedeliverWebhookMutation } from '../../../graphql/hooks.ts'
import type { ConsoleDeliveryFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Time } from '../../../ui/Time.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'
import { DeliveryTexts } from './DeliveryTexts.tsx'

interface Props {
  delivery: ConsoleDeliveryFragment
  /** Whether it can be sent again: not while its endpoint is disabled. */
  resendable: boolean
  onDone: () => void
}

export function Delivery({ delivery, resendable, onDone }: Props) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const { change, busy, failure } = useChange(useConsoleRedeliverWebhookMutation())
  const { id, type, state, attempts, responseStatus, createdAt, nextAttemptAt } = delivery

  async function again(): Promise<void> {
    if (await change({ deliveryId: id })) onDone()
  }

  return (
    <li class="tc-row">
      <div class="tc-row__words">
        <p class="tc-row__name">
          <bdi dir="ltr">{type}</bdi>
          <span class={`tc-row__note${state === 'FAILED' ? ' tc-error' : ''}`}>
            {text(`webhooks.state.${state}`)}
          </span>
        </p>
        <p class="tc-row__facts">
          <Time value={createdAt} as="moment" />
          {attempts > 0 && <span>{text('webhooks.attempts', { count: attempts })}</span>}
          {responseStatus !== null && <span>{text('webhooks.status', { status: responseStatus })}</span>}
          {delivery.failure && (
            <span lang="en" dir="ltr">
              {delivery.failure}
            </span>
          )}
          {attempts > 0 && nextAttemptAt && (
            <span>
              {text('webhooks.next')} <Time value={nextAttemptAt} as="clock" />
            </span>
          )}
        </p>
      </div>
      <div class="tc-row__actions">
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text('webhooks.details')}
        </Button>
        {resendable && state !== 'QUEUED' && (
          <Button variant="quiet" busy={busy} onClick={() => void again()}>
            {text('webhooks.again')}
          </Button>
        )}
      </div>
      <Failure text={failure} />
      {open && <DeliveryTexts id={id} />}
    </li>
  )
}
