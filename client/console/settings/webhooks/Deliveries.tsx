import { useConsoleSendTestWebhookMutation } from '../../../graphql/hooks.ts'
import type { ConsoleWebhookFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { useText } from '../use-text.ts'
import { Delivery } from './Delivery.tsx'
import { hostOf } from './host-of.ts'
import { SendAgain } from './SendAgain.tsx'
import { useDeliveries } from './use-deliveries.ts'

/** What was sent to an endpoint, newest first. */
export function Deliveries({ webhook: { id, url, enabled } }: { webhook: ConsoleWebhookFragment }) {
  const text = useText()
  const { deliveries, failed, refresh, older, newer } = useDeliveries(id)
  const { change, busy, failure } = useChange(useConsoleSendTestWebhookMutation())

  async function test(): Promise<void> {
    if (await change({ id })) refresh()
  }

  return (
    <div class="tc-deliveries">
      <div class="tc-form__actions">
        <Button busy={busy} onClick={() => void test()}>
          {text('webhooks.test')}
        </Button>
        {enabled && <SendAgain endpointId={id} onDone={refresh} />}
      </div>
      <Failure text={failure ?? (failed ? text('webhooks.deliveries.failed') : undefined)} />
      {!deliveries && !failed && <Skeleton label={text('app.loading')} rows={3} />}
      {deliveries?.length === 0 && <p class="tc-hint">{text('webhooks.deliveries.none')}</p>}
      <ol class="tc-deliveries__list" aria-label={text('webhooks.deliveries.what', { name: hostOf(url) })}>
        {deliveries?.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} resendable={enabled} onDone={refresh} />
        ))}
      </ol>
      {(newer || older) && (
        <div class="tc-form__actions">
          {newer && (
            <Button variant="quiet" onClick={newer}>
              {text('webhooks.newer')}
            </Button>
          )}
          {older && (
            <Button variant="quiet" onClick={older}>
              {text('webhooks.older')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
