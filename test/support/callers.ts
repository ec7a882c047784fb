import { apiClient } from './client.ts'
import { createTestWebsite, dashboard } from './website.ts'

/** One caller of each kind, on two websites, and a ticket that the owner opened and the participant follows. */
export async function everyCaller(origin: string, rootKey: string) {
  const { db } = await import('../../server/database/db.ts')
  const { sha256 } = await import('../../server/keys/keys.ts')
  const website = await createTestWebsite(origin, rootKey)
  const foreign = await createTestWebsite(origin, rootKey)
  const { websiteId } = website
  await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })

  async function keyWith(scope: 'TICKETS_READ' | 'TICKETS_WRITE' | 'SETTINGS_READ') {
    const text = `tck_${scope}_${websiteId}`
    await db.apiKey.create({ data: { websiteId, name: text, hash: sha256(text), scopes: [scope] } })
    return apiClient(origin, text)
  }

  const owner = await website.openSession('owner@example.com')
  const callers = {
    nobody: apiClient(origin, undefined, { origin: dashboard }),
    refused: apiClient(origin, 'tck_unknown', { origin: dashboard }),
    owner: apiClient(origin, owner.token),
    participant: await website.customer('participant@example.com'),
    other: await website.customer('other@example.com'),
    /** The owner's address, but on another website. */
    stranger: await foreign.customer('owner@example.com'),
    agent: await website.operator('olaf@acme.com'),
    admin: await website.operator('ada@acme.com'),
    foreignAdmin: await foreign.operator('ada@acme.com'),
    reader: await keyWith('TICKETS_READ'),
    writer: await keyWith('TICKETS_WRITE'),
    bareKey: await keyWith('SETTINGS_READ'),
    fullKey: website.key,
    foreignKey: foreign.key,
    root: apiClient(origin, rootKey),
  }

  async function newTicket(): Promise<{
    id: string
    number: number
    customer: { id: string }
    lastMessage: { id: string }
  }> {
    const input = {
      subject: 'Help',
      body: 'Please',
      customerEmail: 'owner@example.com',
      participants: ['participant@example.com'],
    }
    const payload = 'ticket { id number customer { id } lastMessage { id } }'
    return (await website.key.run('openTicket', input, payload)).ticket
  }

  return { website, foreign, owner, callers, newTicket }
}

export type CallerName = keyof Awaited<ReturnType<typeof everyCaller>>['callers']

/** Expected answers, each with the names of the callers who get it. */
export type Verdicts = Record<string, string>

/** The same by caller; fails if a caller is missing or listed twice. */
export function byCaller(callers: object, verdicts: Verdicts): Record<string, string> {
  const pairs = Object.entries(verdicts).flatMap(([verdict, names]) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name, verdict] as const),
  )
  const named = pairs.map(([name]) => name).sort()
  if (named.join() !== Object.keys(callers).sort().join()) throw new Error(`Not every caller once: ${named}`)
  return Object.fromEntries(pairs)
}

const inside = 'owner participant agent admin'
export const groups = {
  /** Callers who see the ticket, apart from keys. */
  inside,
  /** Callers who may see tickets, but not this one. */
  outside: 'other stranger foreignAdmin foreignKey',
  anonymous: { UNAUTHENTICATED: 'nobody refused' },
  signedIn: `${inside} other stranger foreignAdmin foreignKey reader writer bareKey fullKey`,
}
