import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { everyCaller } from '../support/callers.ts'
import type { Client } from '../support/client.ts'
import { follow, listening } from '../support/live.ts'
import { png, upload } from '../support/upload.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { sha256 } = await import('../../server/keys/keys.ts')
const { website, callers } = await everyCaller(origin, rootKey)
const { websiteId } = website
const { owner, participant, agent, admin, fullKey, other, stranger } = callers

const attachmentIds = [await upload(owner), await upload(owner, { name: 'b.csv', bytes: Buffer.from('a,b') })]
const input = { subject: 'Help', body: 'Please', participants: ['participant@example.com'], attachmentIds }
const { ticket } = await owner.run('openTicket', input, 'ticket { id }')
const attachments = 'attachments { id url }'
const urlsFor = async (caller: Client): Promise<string[]> => {
  const query = `{ ticket(id: "${ticket.id}") { messages { edges { node { ${attachments} } } } } }`
  const { messages } = (await caller.ask(query)).ticket
  return messages.edges[0].node.attachments.map(({ url }: { url: string }) => url)
}
const statusOf = async (url: string, options: RequestInit = {}) => (await fetch(url, options)).status

describe('a file’s address', () => {
  test('is refused like an unknown one unless it was signed for this file, and not before or after', async () => {
    const [url = '', second = ''] = await urlsFor(owner)
    const { pathname, searchParams } = new URL(url)
    const grant = searchParams.get('grant')
    const [head, payload = '', mac] = (grant ?? '').split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const changed = (change: object) =>
      `${head}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${mac}`
    const { signJwt } = await import('../../server/identity/jwt.ts')
    const { keys } = await import('../../server/keys/keys.ts')
    const expired = signJwt(claims, 'file', new Date(Date.now() - 1_000), keys().session)
    const upload = signJwt(claims, 'upload', new Date(Date.now() + 60_000), keys().session)
    const unknown = await fetch(`${origin}/files/${crypto.randomUUID()}/a.png?grant=${grant}`)
    for (const wrong of [
      pathname,
      `${pathname}?grant=`,
      `${new URL(second).pathname}?grant=${grant}`,
      ...[changed({ exp: claims.exp + 60 }), changed({ sub: attachmentIds[1] }), expired, upload].map(
        (text) => `${pathname}?grant=${text}`,
      ),
    ]) {
      for (const options of [{}, { headers: { range: 'bytes=0-1', 'if-none-match': '*' } }]) {
        const response = await fetch(`${origin}${wrong}`, options)
        expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
      }
      expect(await statusOf(`${origin}${wrong}`, { method: 'HEAD' })).toBe(404)
    }
    expect(unknown.status).toBe(404)
    expect(await statusOf(url, { method: 'HEAD' })).toBe(200)
    const partly = await fetch(url, { headers: { range: 'bytes=0-1', 'if-none-match': '*' } })
    expect([partly.status, (await partly.arrayBuffer()).byteLength]).toEqual([200, png().length])
  })

  test('says nothing about its holder that a log may not contain', async () => {
    for (const url of await urlsFor(owner)) {
      const [, payload = ''] = (new URL(url).searchParams.get('grant') ?? '').split('.')
      expect(Buffer.from(payload, 'base64url').toString()).not.toContain('example.com')
    }
  })

  test('is only given to those who see the ticket', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Attachment { name url } } }'
    const seen = (caller: Client) => caller.ask(query, { ids: attachmentIds })
    expect((await seen(participant)).nodes).toMatchObject([{ name: 'screen.png' }, { name: 'b.csv' }])
    for (const caller of [other, stranger]) expect((await seen(caller)).nodes).toEqual([null, null])
    const unattached = await upload(owner)
    expect((await owner.ask(query, { ids: [unattached] })).nodes).toEqual([null])
  })
})

test('a live message has addresses of its reader’s own', async () => {
  const query = `subscription ($ticketId: ID!) { messageAdded(ticketId: $ticketId) { ${attachments} } }`
  const olga = { name: 'Olga', email: 'olga@acme.com', role: 'AGENT' }
  await admin.run('addOperator', olga, '__typename')
  const colleague = await website.operator(olga.email)
  const readers = [agent, colleague, admin, owner]
  const followers = readers.map((caller) => follow(caller, query, { ticketId: ticket.id }))
  await listening(origin, 4)
  const ids = [await upload(agent)]
  await agent.run('reply', { ticketId: ticket.id, body: 'See', attachmentIds: ids }, '__typename')
  for (const follower of followers) await follower.count(1)
  const urls = followers.map(({ items }) => items[0].messageAdded.attachments[0].url)
  expect(new Set(urls).size).toBe(4)
  for (const url of urls) expect(await statusOf(url)).toBe(200)
  for (const follower of followers) await follower.close()
})

describe('an address stops working within five seconds, as long as', () => {
  const revoked: Record<string, [Client, () => Promise<unknown>]> = {
    'the participant has been removed': [
      participant,
      () =>
        owner.run(
          'removeParticipant',
          { ticketId: ticket.id, email: 'participant@example.com' },
          '__typename',
        ),
    ],
    'the operator is inactive': [
      agent,
      () => db.operator.updateMany({ where: { email: 'olaf@acme.com' }, data: { active: false } }),
    ],
    'the key is revoked': [
      fullKey,
      () =>
        db.apiKey.updateMany({ where: { hash: sha256(website.apiKey) }, data: { revokedAt: new Date() } }),
    ],
    'the signing secret has retired': [
      admin,
      () =>
        db.signingSecret.updateMany({
          where: { websiteId, kind: 'OPERATOR' },
          data: { retiresAt: new Date() },
        }),
    ],
    'the page’s domain is not allowed': [
      owner,
      () => db.allowedDomain.updateMany({ where: { websiteId }, data: { domain: 'other.acme.com' } }),
    ],
  }

  test.for(Object.entries(revoked))('%s', async ([, [caller, revoke]]) => {
    const [url = ''] = await urlsFor(caller)
    expect(await statusOf(url)).toBe(200)
    await revoke()
    await expect.poll(() => statusOf(url), { timeout: 5_000 }).toBe(404)
  })
})

test('a file that is not known to be harmless is listed, but neither addressed nor served', async () => {
  const reader = await keyOf('reading')
  const [url = ''] = await urlsFor(reader)
  for (const state of ['PENDING', 'INFECTED'] as const) {
    await db.attachment.updateMany({ where: { name: 'screen.png' }, data: { state } })
    const query = `{ ticket(id: "${ticket.id}") { messages { edges { node { attachments { state url previewUrl } } } } } }`
    const { messages } = (await reader.ask(query)).ticket
    expect(messages.edges[0].node.attachments[0]).toEqual({ state, url: null, previewUrl: null })
    expect(await statusOf(url)).toBe(404)
  }
})

async function keyOf(text: string): Promise<Client> {
  const { apiClient } = await import('../support/client.ts')
  await db.apiKey.create({
    data: { websiteId, name: text, hash: sha256(`tck_${text}`), scopes: ['TICKETS_READ'] },
  })
  return apiClient(origin, `tck_${text}`)
}
