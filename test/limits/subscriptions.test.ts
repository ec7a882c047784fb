import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { listening } from '../support/live.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const subscription = 'subscription { ticketChanged { ticketId } }'

/** The caller's sockets, with 20 subscriptions on each. */
async function openTwenties(token: string, sockets: number) {
  return Promise.all(
    Array.from({ length: sockets }, async () => {
      const socket = await openSocket(origin)
      await socket.init(token)
      for (let count = 0; count < 20; count++) socket.subscribe(String(count), subscription)
      return socket
    }),
  )
}

function openStream(token: string) {
  const abort = new AbortController()
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${token}`,
  }
  const body = JSON.stringify({ query: subscription })
  const answer = fetch(`${origin}/graphql`, { method: 'POST', headers, body, signal: abort.signal })
  return { answer, end: () => abort.abort() }
}

describe('subscriptions are counted over sockets and event streams together:', () => {
  test('a customer has 200', async () => {
    const { token } = await website.openSession('jane@example.com')
    const sockets = await openTwenties(token, 9)
    const streams = Array.from({ length: 20 }, () => openStream(token))
    await listening(origin, 200)
    expect(await (await openStream(token).answer).text()).toContain('RATE_LIMITED')
    const tenth = await openSocket(origin)
    await tenth.init(token)
    const refused = await tenth.ask('more', subscription)
    expect(refused.errors[0].extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 5 })
    const other = await openTwenties((await website.openSession('joe@example.com')).token, 1)
    await listening(origin, 220)

    // One that has ended makes room, over either transport.
    streams.pop()?.end()
    sockets[0]?.send({ id: '0', type: 'complete' })
    await listening(origin, 218)
    tenth.subscribe('a', subscription)
    const last = openStream(token)
    await listening(origin, 220)
    expect((await tenth.ask('more again', subscription)).errors[0].extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfter: 5,
    })
    for (const stream of [...streams, last]) stream.end()
    for (const socket of [...sockets, ...other, tenth]) socket.close()
    await Promise.allSettled(streams.map(({ answer }) => answer))
    await listening(origin, 0)
  })

  test('a key has 1,000', async () => {
    const sockets = await openTwenties(website.apiKey, 45)
    sockets.push(...(await openTwenties(website.apiKey, 5)))
    await listening(origin, 1_000)
    expect(await (await openStream(website.apiKey).answer).text()).toContain('RATE_LIMITED')
    for (const socket of sockets) socket.close()
    await listening(origin, 0)
  })
})

test('an event stream whose reader hangs up while it starts leaves nothing behind', async () => {
  const { token } = await website.openSession('kim@example.com')
  for (let count = 0; count < 100; count++) {
    const { answer, end } = openStream(token)
    await setTimeout(count % 25)
    end()
    await answer.then((response) => response.text()).catch(() => {})
  }
  await listening(origin, 0)
})

test('an address may have fifty signed-out sockets; signed-in ones do not count', async () => {
  const sockets = await Promise.all(Array.from({ length: 50 }, () => openSocket(origin)))
  await expect(openSocket(origin)).rejects.toThrow('429')
  await sockets[0]?.init(website.apiKey)
  const next = await openSocket(origin)
  await expect(openSocket(origin)).rejects.toThrow('429')
  next.close()
  await next.closed
  await expect.poll(() => openSocket(origin).then(({ close }) => close(), String)).toBeUndefined()
  for (const socket of sockets) socket.close()
})
