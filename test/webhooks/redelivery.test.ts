import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, attemptsOf, deliveriesOf, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const newWebsite = () => createTestWebsite(origin, rootKey)
const days = 24 * 60 * 60_000

describe('a webhook', () => {
  test('that was not accepted is sent again on request, with the same id and body', async () => {
    const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
    receiver.set('/hook', 500)
    const { id } = await addEndpoint(key, receiver.url('/hook'), { events: ['TICKET_OPENED'] })
    await openTicket(key)
    await receiver.count('/hook', 1)
    receiver.set('/hook', 200)
    await expect.poll(() => attemptsOf(key, id)).toEqual([1])
    const [delivery] = await deliveriesOf(key, id)
    const again = { deliveryId: delivery?.id }
    await key.run('redeliverWebhook', again, 'delivery { state }')
    await expect.poll(async () => (await deliveriesOf(key, id))[0]?.state).toBe('DELIVERED')
    await key.run('redeliverWebhook', again, 'delivery { state }')
    const arrivals = await receiver.count('/hook', 3)
    expect(new Set(arrivals.map(({ id, body }) => id + body)).size).toBe(1)
  })

  test('of the time in which its endpoint was disabled is sent by a request for all since then', async () => {
    const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
    const events = ['TICKET_OPENED']
    const { id } = await addEndpoint(key, receiver.url('/hook'), { events })
    await key.run('updateWebhookEndpoint', { id, enabled: false }, '__typename')
    await openTicket(key)
    await openTicket(key)
    await expect
      .poll(async () => (await deliveriesOf(key, id)).map(({ state }) => state))
      .toEqual(['SKIPPED', 'SKIPPED'])
    const since = { endpointId: id, since: new Date(Date.now() - days) }
    expect(await key.attempt('redeliverWebhooks', since)).toMatchObject({ code: 'ENDPOINT_DISABLED' })
    await key.run('updateWebhookEndpoint', { id, enabled: true }, '__typename')
    expect(await key.run('redeliverWebhooks', since, 'count')).toMatchObject({ count: 2 })
    await receiver.count('/hook', 2)
  })
})
