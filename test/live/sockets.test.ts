import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { startApp } from '../support/app.ts'
import { follow, listening, messageAdded, ticketChanged } from '../support/live.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { forgetWebsiteAccess } = await import('../../server/identity/website.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const input = { subject: 'Help', body: 'Please', customerEmail: 'jane@example.com' }
const { id: ticketId } = (await website.key.run('openTicket', input, 'ticket { id }')).ticket

afterEach(() => listening(origin, 0))

/** A bare socket that has sent connection_init, and waits for no response. */
async function hello(token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws')
  await new Promise((resolve) => socket.once('open', resolve))
  const init = { type: 'connection_init', payload: { authorization: `Bearer ${token}` } }
  await new Promise((resolve) => socket.send(JSON.stringify(init), resolve))
  return socket
}

describe('sockets', () => {
  test('are limited to ten per customer; more are refused until one closes', async () => {
    const followers = Array.from({ length: 10 }, () => follow(jane, ticketChanged))
    await listening(origin, 10)
    const eleventh = follow(jane, ticketChanged)
    expect(await eleventh.closed).toMatchObject({ code: 1013 })
    const joe = follow(await website.customer('joe@example.com'), ticketChanged)
    await listening(origin, 11)
    await followers[0]?.close()
    await listening(origin, 10)
    const another = follow(jane, ticketChanged)
    await listening(origin, 11)
    await Promise.all([...followers, eleventh, joe, another].map((follower) => follower.close()))
  })

  test('that break off during the handshake are no longer counted', async () => {
    const hasty = await website.customer('hasty@example.com')
    // No token can be checked while the table is locked: the sockets are gone before their owners are known.
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Website"`
      forgetWebsiteAccess(website.websiteId)
      const sockets = await Promise.all(Array.from({ length: 10 }, () => hello(hasty.token ?? '')))
      for (const socket of sockets) socket.terminate()
      for (let roundTrip = 0; roundTrip < 5; roundTrip++) await fetch(`${origin}/livez`)
    })
    const follower = follow(hasty, ticketChanged)
    await listening(origin, 1)
    await follower.close()
  })

  test('release their subscriptions when they close in any way', async () => {
    const streams = () => [
      follow(jane, ticketChanged),
      follow(jane, messageAdded, { ticketId }),
      follow(jane, 'subscription { websiteChanged { name } }'),
    ]
    const dropped = streams()
    await listening(origin, 3)
    for (const follower of dropped) (await follower.connected).terminate()
    await listening(origin, 0)
    const left = streams()
    await listening(origin, 3)
    for (const follower of left) follower.stop()
    await listening(origin, 0)
    await Promise.all([...dropped, ...left].map((follower) => follower.close()))
  })

  test('are not read while their callers do not read the responses', async () => {
    const socket = await hello(jane.token ?? '')
    const count = 800
    let pongs = 0
    const all = new Promise<void>((resolve) =>
      socket.on('message', (data) => {
        if (String(data).includes('"pong"') && ++pongs === count) resolve()
      }),
    )
    socket.pause()
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(60_000) } })
    for (let sent = 0; sent < count; sent++) socket.send(ping)
    // What the server and the two ends of the connection take is a few megabytes of 48.
    let before = 0
    await expect
      .poll(async () => {
        const unsent = socket.bufferedAmount
        const isStill = unsent === before
        before = unsent
        await setTimeout(1_000)
        return isStill
      })
      .toBe(true)
    expect(socket.bufferedAmount).toBeGreaterThan(20_000_000)
    socket.resume()
    await all
    socket.close()
  })

  test('leave nothing behind if an id is used again while its first subscription starts', async () => {
    for (let round = 0; round < 10; round++) {
      const socket = await openSocket(origin)
      await socket.init(website.apiKey)
      socket.subscribe('a', ticketChanged)
      socket.send({ id: 'a', type: 'complete' })
      socket.subscribe('a', ticketChanged)
      await setTimeout(20 * round)
      socket.close()
      await socket.closed
    }
    await listening(origin, 0)
  })

  test('are limited to twenty operations; the others continue', async () => {
    const client = jane.socket()
    const errors: unknown[] = []
    const seen: number[] = []
    for (let operation = 0; operation < 21; operation++) {
      client.subscribe(
        { query: messageAdded, variables: { ticketId } },
        { next: () => seen.push(operation), error: (error) => errors.push(error), complete: () => {} },
      )
    }
    await listening(origin, 20)
    await website.key.run('reply', { ticketId, body: 'To all' }, 'newMessage { id }')
    await expect.poll(() => seen.length, { interval: 5 }).toBe(20)
    expect(errors).toMatchObject([[{ extensions: { code: 'RATE_LIMITED' } }]])
    await client.dispose()
  })

  test('that reset at any moment do not take the server down', async () => {
    const { hostname, port } = new URL(origin)
    const requests = [
      'GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"query":',
      'GET /livez HTTP/1.1\r\nHost: a\r\n\r\n',
      'nonsense',
    ]
    const faults: unknown[] = []
    const note = (error: unknown) => faults.push(error)
    process.on('uncaughtException', note)
    for (const request of requests) {
      for (let attempt = 0; attempt < 10; attempt++) {
        const socket = connect(Number(port), hostname)
        await new Promise((resolve) => socket.once('connect', resolve))
        socket.write(request, () => socket.resetAndDestroy())
        await new Promise((resolve) => socket.once('close', resolve))
      }
    }
    expect(await (await fetch(`${origin}/livez`)).text()).toBe('ok')
    process.off('uncaughtException', note)
    expect(faults).toEqual([])
  })
})
