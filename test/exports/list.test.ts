import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { idle } from '../support/jobs.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const list = '{ website { settings { exports { format since customerEmail state url } } } }'

test('exports are listed for those who may export, the newest first, until they expire', async () => {
  const { websiteId, key, operator } = await createTestWebsite(origin, rootKey)
  const since = '2020-01-02T03:04:05.000Z'
  await key.run('createExport', { format: 'CSV', since }, '__typename')
  await key.run('exportCustomer', { email: 'Jane@example.com' }, '__typename')
  await idle()
  const admin = await operator('ada@acme.com')
  const read = async () => (await admin.ask(list)).website.settings.exports
  const ready = { state: 'READY', url: expect.stringContaining('?grant=') }
  const [ofJane, changed] = [
    { format: 'JSONL', since: null, customerEmail: 'jane@example.com', ...ready },
    { format: 'CSV', since, customerEmail: null, ...ready },
  ]
  expect(await read()).toEqual([ofJane, changed])
  await db.export.updateMany({ where: { websiteId, format: 'JSONL' }, data: { expiresAt: new Date() } })
  expect(await read()).toEqual([changed])
})

test('a key that reads settings needs EXPORT to list exports', async () => {
  const { key } = await createTestWebsite(origin, rootKey)
  const { text } = await key.run('createApiKey', { name: 'S', scopes: ['SETTINGS_READ'] }, 'text')
  const { data, errors } = await apiClient(origin, text).send(list)
  expect(data.website.settings.exports).toBeNull()
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', missingScopes: ['EXPORT'] } }])
})
