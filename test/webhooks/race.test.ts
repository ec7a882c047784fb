import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { outcome } from '../support/outcome.ts'
import { type Arrival, startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, attemptsOf, deliveriesOf, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()

function isSignedWith(secret: string, { body, headers }: Arrival): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

test('of secrets that are rolled at once, the last two sign, and no other', async () => {
  const [{ key }, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
  const { id, secret } = await addEndpoint(key, receiver.url('/hook'))
  const roll = async (): Promise<string> =>
    (await key.run('rollWebhookSecret', { id, overlapHours: 1 }, 'secret')).secret
  const secrets = await Promise.all(Array.from({ length: 5 }, roll))
  expect(new Set([secret, ...secrets]).size).toBe(6)
  await key.run('sendTestWebhook', { id }, '__typename')
  const [arrival] = await receiver.count('/hook', 1)
  const signing = [secret, ...secrets].filter((one) => arrival && isSignedWith(one, arrival))
  expect(signing).toHaveLength(2)
  expect(signing).not.toContain(secret)
})

test('a delivery that several resend at once is sent once more', async () => {
  const [{ key }, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
  const { id } = await addEndpoint(key, receiver.url('/hook'), { events: ['TICKET_OPENED'] })
  await openTicket(key)
  await receiver.count('/hook', 1)
  await expect.poll(() => attemptsOf(key, id)).toEqual([1])
  const [delivery] = await deliveriesOf(key, id)
  const deliveryId = delivery?.id
  // It is on its way until all have asked.
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  receiver.set('/hook', (response) => void asked.then(() => response.writeHead(204).end()))
  const again = Array.from({ length: 5 }, () => outcome(key, 'redeliverWebhook', { deliveryId }))
  const since = outcome(key, 'redeliverWebhooks', { endpointId: id, since: new Date(0) })
  expect(new Set(await Promise.all(again))).toEqual(new Set(['RedeliverWebhookPayload']))
  expect(await since).toBe('RedeliverWebhooksPayload')
  await receiver.count('/hook', 2)
  resolve()
  await expect
    .poll(async () => (await deliveriesOf(key, id))[0])
    .toMatchObject({
      state: 'DELIVERED',
      attempts: 2,
    })
  expect(receiver.at('/hook')).toHaveLength(2)
})

test('an endpoint that is deleted while it is changed is gone, without internal errors', async () => {
  const [{ key }, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
  const { id } = await addEndpoint(key, receiver.url('/hook'))
  await openTicket(key)
  await expect.poll(() => deliveriesOf(key, id)).toHaveLength(2)
  const [delivery] = await deliveriesOf(key, id)
  const deliveryId = delivery?.id
  const calls = [
    outcome(key, 'rollWebhookSecret', { id, overlapHours: 0 }),
    outcome(key, 'redeliverWebhook', { deliveryId }),
    outcome(key, 'sendTestWebhook', { id }),
    outcome(key, 'deleteWebhookEndpoint', { id }),
    outcome(key, 'updateWebhookEndpoint', { id, description: 'New' }),
    outcome(key, 'rollWebhookSecret', { id, overlapHours: 24 }),
    outcome(key, 'deleteWebhookEndpoint', { id }),
    outcome(key, 'redeliverWebhooks', { endpointId: id, since: new Date(0) }),
  ]
  const results = await Promise.all(calls)
  expect(results.filter((result) => !/Payload$|^NotFound$/.test(result))).toEqual([])
  expect(results.filter((result) => result === 'DeleteWebhookEndpointPayload')).toHaveLength(1)
  expect((await key.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull()
})
