import { describe, expect, test, vi } from 'vitest'
import { FakeSocket } from './fake-socket.ts'
import { blockSockets, eventStream, minutes, openClient, settle, useScene, welcome } from './scene.ts'

useScene()

const message = (position: number) => ({ messageAdded: { position } })

describe('a subscription', () => {
  test('uses a socket if one gets through', async () => {
    const { positions, requests, connection } = openClient()
    await settle()
    await welcome()
    FakeSocket.last.next(message(3))
    expect([positions, requests, connection.status]).toEqual([[3], [], 'connected'])
    expect(FakeSocket.last.url).toBe('wss://desk.example/graphql')
  })

  test('continues from its position after losing its socket, without repeats', async () => {
    const { positions, missed } = openClient()
    await settle()
    await welcome()
    FakeSocket.last.next(message(3))
    FakeSocket.last.next(message(4))
    FakeSocket.last.close(1006)
    await vi.advanceTimersByTimeAsync(minutes(1))
    await welcome()
    expect(FakeSocket.last.operations[0]?.payload?.variables).toEqual({ ticketId: 'ticket', after: 4 })
    for (const position of [3, 4, 5, 5]) FakeSocket.last.next(message(position))
    expect([positions, missed.count]).toEqual([[3, 4, 5], 1])
  })

  test('signs in with a new token after the server closed its socket with 4403', async () => {
    openClient()
    await settle()
    await welcome()
    FakeSocket.last.close(4403, 'The session has ended')
    await vi.advanceTimersByTimeAsync(minutes(1))
    FakeSocket.last.open()
    await settle()
    expect(FakeSocket.last.sent[0]?.payload).toEqual({ authorization: 'Bearer second' })
  })

  test('ends with its session', async () => {
    const { session } = openClient({ renew: async () => ({ outcome: 'refused' }) })
    await settle()
    await welcome()
    const opened = FakeSocket.all.length
    await session.renew()
    await vi.advanceTimersByTimeAsync(minutes(5))
    expect([FakeSocket.all.length, FakeSocket.last.readyState]).toEqual([opened, FakeSocket.CLOSED])
  })

  test('uses an event stream after two failed sockets', async () => {
    let stream: ReturnType<typeof eventStream> | undefined
    const { positions, requests, connection } = openClient({
      respond({ signal }) {
        stream = eventStream(signal)
        return stream.response
      },
    })
    await blockSockets()
    await settle()
    stream?.send(':\n\n')
    stream?.next(message(3))
    await settle()
    expect(requests.map(({ accept }) => accept)).toEqual(['text/event-stream'])
    expect([positions, connection.status]).toEqual([[3], 'connected'])
    stream?.end()
    await vi.advanceTimersByTimeAsync(minutes(1))
    expect(requests.at(-1)?.body.variables).toEqual({ ticketId: 'ticket', after: 3 })
  })

  test('reconnects a silent stream', async () => {
    let stream: ReturnType<typeof eventStream> | undefined
    const { requests, connection } = openClient({
      respond({ signal }) {
        stream = eventStream(signal)
        stream.send(':\n\n')
        return stream.response
      },
    })
    await blockSockets()
    await vi.advanceTimersByTimeAsync(30_000)
    expect([requests.length, connection.status]).toEqual([1, 'connected'])
    await vi.advanceTimersByTimeAsync(15_000)
    expect(requests.length).toBe(2)
  })

  test.each([
    ['keeps what the server streams', (signal: AbortSignal) => eventStream(signal).response],
    [
      'never answers',
      (signal: AbortSignal) =>
        new Promise<Response>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    ],
    [
      'answers for the server',
      () => new Response('<p>Blocked</p>', { headers: { 'content-type': 'text/html' } }),
    ],
  ])('falls back to polling every few seconds if a proxy %s', async (_name, respond) => {
    const { missed, requests } = openClient({ respond: ({ signal }) => respond(signal) })
    await blockSockets()
    expect(missed.count).toBeLessThan(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(missed.count).toBeGreaterThan(9)
    expect(requests.length).toBe(1)
  })

  test('polls rarely while the page is hidden, and at once when it is visible again', async () => {
    const { connection, missed } = openClient({ respond: () => new Response('<p>Blocked</p>') })
    await blockSockets()
    connection.setVisible(false)
    await vi.advanceTimersByTimeAsync(30_000)
    const before = missed.count
    await vi.advanceTimersByTimeAsync(minutes(10))
    expect(missed.count - before).toBeGreaterThan(2)
    expect(missed.count - before).toBeLessThan(10)
    const hidden = missed.count
    connection.setVisible(true)
    expect(missed.count).toBe(hidden + 1)
  })

  test('returns to a socket once one gets through, and polls until then', async () => {
    const { missed, positions } = openClient({ respond: () => new Response('<p>Blocked</p>') })
    await blockSockets()
    await vi.advanceTimersByTimeAsync(minutes(7))
    expect(FakeSocket.all.length).toBe(3)
    const before = missed.count
    await vi.advanceTimersByTimeAsync(30_000)
    expect(missed.count).toBeGreaterThan(before + 3)
    FakeSocket.last.close(1006)
    await vi.advanceTimersByTimeAsync(minutes(7))
    expect(FakeSocket.all.length).toBe(4)
    await welcome()
    FakeSocket.last.next(message(3))
    expect(positions).toEqual([3])
    const polled = missed.count
    await vi.advanceTimersByTimeAsync(30_000)
    expect(missed.count).toBe(polled)
  })

  test('does not mistake a server that is down for a proxy that blocks', async () => {
    const { missed, requests } = openClient()
    await blockSockets()
    await vi.advanceTimersByTimeAsync(minutes(2))
    expect(requests.length).toBeGreaterThan(3)
    expect(missed.count).toBe(0)
  })

  test('tries a socket again when the device changes networks', async () => {
    const { connection, positions, missed } = openClient({
      respond: ({ signal }) => eventStream(signal).response,
    })
    await blockSockets()
    await vi.advanceTimersByTimeAsync(30_000)
    connection.setOnline(false)
    connection.setOnline(true)
    await vi.waitUntil(async () => {
      await vi.advanceTimersByTimeAsync(1_000)
      return FakeSocket.last.readyState === FakeSocket.CONNECTING
    })
    await welcome()
    FakeSocket.last.next(message(3))
    expect(positions).toEqual([3])
    const before = missed.count
    await vi.advanceTimersByTimeAsync(30_000)
    expect(missed.count).toBe(before)
  })
})

describe('a device without a network', () => {
  test('drops its socket at once, and reconnects as soon as the network is back', async () => {
    const { connection } = openClient()
    await settle()
    await welcome()
    const first = FakeSocket.last
    connection.setOnline(false)
    expect([connection.status, first.readyState]).toEqual(['offline', FakeSocket.CLOSED])
    await vi.advanceTimersByTimeAsync(0)
    connection.setOnline(true)
    await settle()
    expect(FakeSocket.last).not.toBe(first)
    await welcome()
    expect(connection.status).toBe('connected')
  })
})
