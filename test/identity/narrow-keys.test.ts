import { expect, test } from 'vitest'
import type { ApiScope } from '../../prisma/generated/client/enums.ts'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import { apiClient } from '../support/client.ts'
import { mutationsOf } from '../support/mutations.ts'
import { outcome } from '../support/outcome.ts'
import { settingsMutations } from '../support/settings-mutations.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { sha256 } = await import('../../server/keys/keys.ts')
const { website, owner, newTicket } = await everyCaller(origin, rootKey)
const { websiteId } = website
const tickets = await mutationsOf(websiteId, owner.renewalToken)
const settings = await settingsMutations(websiteId)

/** What a key with a single scope may do. */
const allowed: Partial<Record<ApiScope, string[]>> = {
  WEBHOOKS_WRITE: [
    ...['createWebhookEndpoint', 'updateWebhookEndpoint', 'deleteWebhookEndpoint', 'rollWebhookSecret'],
    ...['sendTestWebhook', 'redeliverWebhook', 'redeliverWebhooks'],
  ],
  // Imported messages have files.
  IMPORT: ['createUpload', 'importTickets'],
  EXPORT: ['createExport', 'exportCustomer'],
  ERASE: ['eraseCustomer'],
}
/** What needs no scope: signing in and out. */
const open = ['openSession', 'renewSession', 'requestSignInLink', 'signOut']

test.for(Object.entries(allowed))(
  'a key with only %s does what it is for, and nothing else',
  async ([scope, names]) => {
    const text = `tck_only_${scope}`
    await db.apiKey.create({
      data: { websiteId, name: 'K', hash: sha256(text), scopes: [scope as ApiScope] },
    })
    const key = apiClient(origin, text)
    const done: string[] = []
    for (const [mutation, { input }] of Object.entries(tickets)) {
      const answer = await outcome(key, mutation, { ...(await input((await newTicket()).id)) })
      if (answer !== 'FORBIDDEN') done.push(mutation)
    }
    for (const [mutation, [, input]] of Object.entries(settings)) {
      if ((await outcome(key, mutation, await input())) !== 'FORBIDDEN') done.push(mutation)
    }
    expect(done.filter((mutation) => !open.includes(mutation)).sort()).toEqual([...names].sort())
    const { errors } = await key.send('{ tickets { totalCount } }')
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await db.webhookEndpoint.deleteMany({ where: { websiteId } })
  },
)
