import { test } from 'vitest'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { waitsForRow } from '../support/row-lock.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')

// The embedded database runs one transaction after the other.
test.skipIf(!postgres)(
  'an endpoint that is added while the log is being read gets every event from then on',
  async () => {
    const [{ key }, receiver] = [await createTestWebsite(origin, rootKey), await startReceiver()]
    const { id } = await addEndpoint(key, receiver.url('/old'))
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT FROM "WebhookEndpoint" WHERE "id" = ${decodeGlobalID(id).id}::uuid FOR UPDATE`
        await openTicket(key)
        await waitsForRow(db)
        await addEndpoint(key, receiver.url('/new'))
        await openTicket(key)
      },
      { timeout: 60_000 },
    )
    await receiver.count('/old', 4)
    await receiver.count('/new', 2)
  },
)
