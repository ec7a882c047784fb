import { Counter } from 'prom-client'
import { config } from '../../config/config.ts'
import { log } from '../../log/log.ts'
import { signedHeaders } from '../endpoints/secret.ts'
import { composeBody } from '../payload/compose.ts'
import { failureOf } from '../sending/failure.ts'
import { post } from '../sending/post.ts'
import { webhookId } from '../webhook-id.ts'
import { type Delivery, findDelivery } from './find-delivery.ts'
import { recordOutcome, type Sent } from './record-outcome.ts'

const attempts = new Counter({
  name: 'webhook_attempts_total',
  help: 'Attempts to deliver webhooks, by outcome.',
  labelNames: ['outcome'],
})

/** Sends a delivery once and records how that ended. */
export async function attempt(id: string): Promise<void> {
  const delivery = await findDelivery(id)
  if (delivery) attempts.inc({ outcome: await recordOutcome(delivery, await send(delivery)) })
}

async function send(delivery: Delivery): Promise<Sent> {
  const { id, endpoint, event } = delivery
  const unanswered = { responseStatus: null, responseBody: null }
  let requestBody = delivery.requestBody
  try {
    requestBody ??= await composeBody(event)
    const headers = signedHeaders(endpoint, webhookId(delivery), requestBody)
    try {
      const { status, body } = await post(endpoint.url, { ...fixedHeaders(), ...headers }, requestBody)
      return { requestBody, responseStatus: status, responseBody: body, failure: null }
    } catch (error) {
      log.info({ deliveryId: id, code: (error as { code?: unknown }).code }, 'webhook not delivered')
      return { requestBody, ...unanswered, failure: failureOf(error) }
    }
  } catch (error) {
    log.error({ deliveryId: id, err: error }, 'webhook could not be composed')
    return { requestBody, ...unanswered, failure: 'It could not be composed: see the server’s log' }
  }
}

const fixedHeaders = () => ({
  'content-type': 'application/json',
  'user-agent': `Ticket-Center/${config.version}`,
})
