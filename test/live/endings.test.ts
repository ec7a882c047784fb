import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { follow, messageAdded, ticketChanged } from '../support/live.ts'
import { outcome } from '../support/outcome.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { keys } = await import('../../server/keys/keys.ts')
const { readToken } = await import('../../server/identity/session.ts')

/** Jane's session with a lifetime of ten seconds, signed as the server signs: a busy machine needs some to connect. */
async function shortSession(website: TestWebsite): Promise<Client> {
  const { token } = await website.openSession('jane@example.com')
  const read = readToken(token, 'session')
  const short = new SignJWT({ ...read?.claims }).setProtectedHeader({ alg: 'HS256' }).setAudience('session')
  return apiClient(origin, await short.setExpirationTime('10s').sign(keys().session))
}

const jane = (website: TestWebsite) => website.customer('jane@example.com')
const retire =
  (kind: 'CUSTOMER' | 'OPERATOR') =>
  ({ websiteId }: TestWebsite) =>
    db.signingSecret.updateMany({ where: { websiteId, kind }, data: { retiresAt: new Date() } })

type Ending = [string, (website: TestWebsite) => Promise<Client>, (website: TestWebsite) => Promise<unknown>]

const endings: Ending[] = [
  ['a customer’s when the secret is revoked', jane, retire('CUSTOMER')],
  [
    'a customer’s when the page’s domain is removed',
    jane,
    ({ websiteId }) => db.allowedDomain.deleteMany({ where: { websiteId } }),
  ],
  ['a customer’s when the token expires', shortSession, async () => {}],
  ['an operator’s when the secret is revoked', (website) => website.operator(), retire('OPERATOR')],
  [
    'a deactivated operator’s',
    (website) => website.operator('olaf@acme.com'),
    ({ websiteId }) =>
      db.operator.updateMany({ where: { websiteId, email: 'olaf@acme.com' }, data: { active: false } }),
  ],
  [
    'a key’s when it is revoked',
    async (website) => website.key,
    ({ websiteId }) => db.apiKey.updateMany({ where: { websiteId }, data: { revokedAt: new Date() } }),
  ],
]

describe('over HTTP and on an open socket, without any wake-up, this session ends:', () => {
  test.concurrent.each(endings)('%s', async (_name, signIn, end) => {
    const website = await createTestWebsite(origin, rootKey)
    const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
    const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
    const client = await signIn(website)
    const conversation = follow(client, messageAdded, { ticketId: ticket.id, after: 0 })
    const list = follow(client, ticketChanged)
    await conversation.count(1)
    await list.connected
    await end(website)
    expect(await conversation.closed).toMatchObject({ code: 4403 })
    expect(await list.closed).toMatchObject({ code: 4403 })
    const { errors } = await client.send('{ tickets { edges { cursor } } }')
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await outcome(client, 'reply', { ticketId: ticket.id, body: 'Still here' })).toBe(
      'UNAUTHENTICATED',
    )
    const again = follow(client, ticketChanged)
    expect(await again.closed).toMatchObject({ code: 4403 })
    expect(await db.message.count({ where: { ticket: { websiteId: website.websiteId } } })).toBe(1)
  })

  test.concurrent('but not its neighbor’s on the same website', async () => {
    const website = await createTestWebsite(origin, rootKey)
    const customer = follow(await jane(website), ticketChanged)
    const agent = follow(await website.operator('olaf@acme.com'), ticketChanged)
    const admin = follow(await website.operator('ada@acme.com'), ticketChanged)
    await Promise.all([customer.connected, agent.connected, admin.connected])
    const where = { websiteId: website.websiteId, email: 'olaf@acme.com' }
    await db.operator.updateMany({ where, data: { active: false } })
    await agent.closed
    const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
    await website.key.run('openTicket', input, 'ticket { id }')
    await Promise.all([customer.count(1), admin.count(1)])
    expect(agent.items).toEqual([])
    await Promise.all([customer.close(), admin.close()])
  })
})

test('an operator who has been removed gets no event, not even the next one', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
  const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
  const olaf = await website.operator('olaf@acme.com')
  const conversation = follow(olaf, messageAdded, { ticketId: ticket.id, after: 0 })
  await conversation.count(1)
  const where = { websiteId: website.websiteId, email: 'olaf@acme.com' }
  const { id } = await db.operator.findFirstOrThrow({ where })
  const ada = await website.operator()
  await ada.run('removeOperator', { id: encodeGlobalID('Operator', id) }, '__typename')
  await website.key.run('reply', { ticketId: ticket.id, body: 'Secret' }, '__typename')
  expect(await conversation.closed).toMatchObject({ code: 4403 })
  expect(conversation.items).toHaveLength(1)
})
