import { useConsoleDeliveryTextsQuery } from '../../../graphql/hooks.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Failure } from '../forms/Failure.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'

/** What was sent and what was answered. */
export function DeliveryTexts({ id }: { id: string }) {
  const text = useText()
  const [{ data, fetching }] = useConsoleDeliveryTextsQuery({
    variables: { id },
    requestPolicy: 'network-only',
  })
  if (fetching) return <Skeleton label={text('app.loading')} rows={2} />
  if (data?.node?.__typename !== 'WebhookDelivery')
    return <Failure text={text('webhooks.deliveries.failed')} />
  const { requestBody, responseBody } = data.node
  return (
    <div class="tc-delivery-texts">
      <p class="tc-label">{text('webhooks.request')}</p>
      <Code wrap label={text('webhooks.request')} code={indented(requestBody)} />
      {responseBody && (
        <>
          <p class="tc-label">{text('webhooks.response')}</p>
          <Code wrap label={text('webhooks.response')} code={responseBody} />
        </>
      )}
    </div>
  )
}

const indented = (json: string) => (json ? JSON.stringify(JSON.parse(json), null, 2) : '–')
