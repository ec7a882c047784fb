import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { freePort } from '../support/free-port.ts'
import { listen } from '../support/listen.ts'
import { type Mood, startReceiver } from '../support/webhook-receiver.ts'
import { addEndpoint, attemptsOf, deliveriesOf, openTicket } from '../support/webhooks.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, mailServer } = await startApp()
const { db, transaction } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')
const { lockEndpoint, scheduleAt } = await import('../../server/webhooks/deliveries/schedule.ts')

const newWebsite = () => createTestWebsite(origin, rootKey)
const days = 24 * 60 * 60_000

/** Ways in which a receiver fails, and what is recorded of each. */
const failing: Record<string, [mood: Mood, recorded: object]> = {
  '/silent': [() => {}, { responseStatus: null, failure: 'No complete answer within 10 seconds' }],
  '/dripping': [
    (response) => {
      const timer = setInterval(() => response.write('.'), 500)
      response.once('close', () => clearInterval(timer))
    },
    { responseStatus: null, failure: 'No complete answer within 10 seconds' },
  ],
  '/error': [500, { responseStatus: 500, responseBody: '{"ok":false}', failure: null }],
  '/redirect': [
    (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    { responseStatus: 302, failure: null },
  ],
  '/reset': [
    (_response, { socket }) => socket.resetAndDestroy(),
    { responseStatus: null, failure: 'The connection broke off' },
  ],
  '/upgrade': [
    (_response, { socket }) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    { responseStatus: 101, failure: null },
  ],
  '/half': [
    (response, { socket }) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => socket.destroy(), 100)
    },
    { responseStatus: null, failure: 'The connection broke off' },
  ],
}

/** With a certificate that nobody trusts. */
function tlsServer(): Server {
  const pem = (name: string) => readFileSync(join(import.meta.dirname, '../database/tls', name))
  const server = createTlsServer({ key: pem('key.pem'), cert: pem('certificate.pem') })
  onTestFinished(() => void server.close())
  return server
}

const portOf = (server: Server) => listen(server, 0)

describe('a receiver that fails', () => {
  test('in any way is recorded, asked again, and does not hold up others', async () => {
    const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
    const expected: Record<string, object> = {
      [`https://127.0.0.1:${await portOf(tlsServer())}/`]: {
        failure: 'The connection failed: DEPTH_ZERO_SELF_SIGNED_CERT',
      },
      [`http://127.0.0.1:${await freePort()}/`]: { failure: 'The connection was refused' },
      'https://webhooks.invalid/': { failure: expect.stringMatching(/^The host name/) },
    }
    for (const [path, [mood, recorded]] of Object.entries(failing)) {
      receiver.set(path, mood)
      expected[receiver.url(path)] = recorded
    }
    const events = ['TICKET_OPENED']
    const ids = new Map<string, string>()
    for (const url of Object.keys(expected)) ids.set(url, (await addEndpoint(key, url, { events })).id)
    await addEndpoint(key, receiver.url('/good'), { events })
    await openTicket(key)
    await receiver.count('/good', 1)
    for (const [url, recorded] of Object.entries(expected)) {
      const [delivery] = await expect
        .poll(() => deliveriesOf(key, ids.get(url) ?? ''), { timeout: 120_000 })
        .toSatisfy(([delivery]) => (delivery?.attempts ?? 0) > 0)
        .then(() => deliveriesOf(key, ids.get(url) ?? ''))
      expect(delivery, url).toMatchObject({ state: 'QUEUED', ...recorded })
      const [next, created] = [delivery?.nextAttemptAt, delivery?.createdAt].map((at) => Date.parse(at ?? ''))
      expect(Number(next) - Number(created), url).toBeGreaterThanOrEqual(3_750)
    }
    expect(receiver.at('/elsewhere')).toEqual([])
    await receiver.count('/error', 2)
    const [first, second] = receiver.at('/error')
    expect(second).toMatchObject({ id: first?.id, body: first?.body })
  })

  test('with a huge answer has accepted it, and its first 64 kB are kept', async () => {
    const [{ key }, receiver] = [await newWebsite(), await startReceiver()]
    receiver.set('/huge', (response) => {
      response.writeHead(200)
      const send = () => {
        while (!response.destroyed && response.write('x'.repeat(100_000)));
        if (!response.destroyed) response.once('drain', send)
      }
      send()
    })
    const { id } = await addEndpoint(key, receiver.url('/huge'))
    await key.run('sendTestWebhook', { id }, '__typename')
    await expect.poll(async () => (await deliveriesOf(key, id))[0]?.state).toBe('DELIVERED')
    const [delivery] = await deliveriesOf(key, id)
    expect([delivery?.responseBody?.length, delivery?.responseStatus]).toEqual([65_536, 200])
  })

  test('with 410 is disabled, its administrators are notified, and later events are skipped', async () => {
    const [website, receiver] = [await newWebsite(), await startReceiver()]
    const { key, websiteId } = website
    const email = `${websiteId}@acme.com`
    await key.run('addOperator', { name: 'Grace', email, role: 'ADMIN' }, '__typename')
    await mailServer.count(email, 1)
    receiver.set('/gone', 410)
    const { id } = await addEndpoint(key, receiver.url('/gone'), { events: ['TICKET_OPENED'] })
    await openTicket(key)
    const [, told] = await mailServer.count(email, 2)
    expect(told?.text).toContain('410 Gone')
    expect(told?.text).toContain(`127.0.0.1:${receiver.port}`)
    const { node } = await key.ask(
      'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { enabled disabledReason } } }',
      { id },
    )
    expect(node).toEqual({ enabled: false, disabledReason: 'GONE' })
    await openTicket(key)
    await expect
      .poll(async () => (await deliveriesOf(key, id)).map(({ state }) => state))
      .toEqual(['SKIPPED', 'FAILED'])
    expect(receiver.at('/gone')).toHaveLength(1)
  })

  test('for 3 days is disabled, and its administrators are notified', async () => {
    const [website, receiver] = [await newWebsite(), await startReceiver()]
    const { key, websiteId } = website
    const email = `${websiteId}@acme.com`
    await key.run('addOperator', { name: 'Grace', email, role: 'ADMIN' }, '__typename')
    await mailServer.count(email, 1)
    receiver.set('/down', 503)
    const { id } = await addEndpoint(key, receiver.url('/down'))
    await openTicket(key)
    await receiver.count('/down', 2)
    await expect.poll(async () => attemptsOf(key, id)).toEqual([1, 1])
    const endpointId = decodeGlobalID(id).id
    const queuedAt = new Date(Date.now() - 3 * days)
    await db.webhookDelivery.updateMany({ where: { endpointId }, data: { queuedAt } })
    const [, told] = await mailServer.count(email, 2)
    expect(told?.text).toContain('3 days')
    const { disabledReason, enabled } = await db.webhookEndpoint.findUniqueOrThrow({
      where: { id: endpointId },
    })
    expect([enabled, disabledReason]).toEqual([false, 'FAILED'])
    const states = (await deliveriesOf(key, id)).map(({ state }) => state)
    expect(states.sort()).toEqual(['FAILED', 'SKIPPED'])
  })

  test('with 10,000 webhooks waiting gets at most 4 at a time, and others get theirs', async () => {
    const [dead, good] = [await newWebsite(), await newWebsite()]
    const [silent, receiver] = [await startReceiver(), await startReceiver()]
    silent.set('/dead', () => {})
    const { id } = await addEndpoint(dead.key, silent.url('/dead'))
    const endpointId = decodeGlobalID(id).id
    const { websiteId } = dead
    // Tests, which are sent even while it rests: the worst case.
    const data = Array.from({ length: 1_000 }, () => ({ websiteId, endpointId, nextAttemptAt: new Date() }))
    for (let thousands = 0; thousands < 10; thousands++) await db.webhookDelivery.createMany({ data })
    await transaction(async (tx) => {
      const endpoint = await lockEndpoint(tx, endpointId)
      if (endpoint) await scheduleAt(tx, endpoint, new Date())
    })
    await silent.count('/dead', 4)
    await addEndpoint(good.key, receiver.url('/good'))
    for (let tickets = 0; tickets < 10; tickets++) await openTicket(good.key)
    await receiver.count('/good', 20)
    expect(silent.most()).toBe(4)
    await dead.key.run('deleteWebhookEndpoint', { id }, '__typename')
  })
})
