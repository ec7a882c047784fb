import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { idle } from '../support/jobs.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, deliveriesOf, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetDeliveries } = await import('../../server/webhooks/deliveries/forget-deliveries.ts')
const day = 24 * 60 * 60_000

test('deliveries are deleted with what was sent and answered after 30 days, but not while they wait', async () => {
  const [{ key, websiteId }, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
  const { id } = await addEndpoint(key, receiver.url('/hook'), { events: ['TICKET_OPENED'] })
  for (let tickets = 0; tickets < 3; tickets++) await openTicket(key)
  await receiver.count('/hook', 3)
  await idle()
  const rows = await db.webhookDelivery.findMany({ where: { websiteId }, orderBy: { id: 'asc' } })
  const made = (index: number, days: number, more: object = {}) =>
    db.webhookDelivery.update({
      where: { id: rows[index]?.id ?? '' },
      data: { createdAt: new Date(Date.now() - days * day), ...more },
    })
  await made(0, 30.1)
  await made(1, 29.9)
  await made(2, 31, { state: 'QUEUED', nextAttemptAt: new Date(Date.now() + day) })
  await forgetDeliveries()
  const kept = await db.webhookDelivery.findMany({ where: { websiteId }, orderBy: { id: 'asc' } })
  expect(kept.map((row) => row.id)).toEqual([rows[1]?.id, rows[2]?.id])
  const states = (await deliveriesOf(key, id)).map(({ state }: { state: string }) => state)
  expect(states.sort()).toEqual(['DELIVERED', 'QUEUED'])
})
