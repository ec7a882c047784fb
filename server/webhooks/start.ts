import { work } from '../jobs/jobs.ts'
import { deliverWebhooks, stopDelivering } from './deliveries/deliver.ts'
import { emailDisabled } from './endpoints/email-disabled.ts'
import { readLog } from './plan.ts'

/** Starts sending webhooks that are due. `origin` is where browsers reach this server. */
export async function startWebhooks(origin: string): Promise<void> {
  stopDelivering(false)
  await work('webhook-log', readLog)
  await work('webhooks', deliverWebhooks)
  await work('webhook-disabled', (data) => emailDisabled(data, origin))
}
