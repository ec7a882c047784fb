import { describe, expect, test, vi } from 'vitest'
import { FakeSocket } from './fake-socket.ts'
import { blockSockets, eventStream, minutes, openClient, settle, useScene, welcome } from './scene.ts'

useScene()

const message = (position: number) => ({ messageAdded: { position } })
const passing = ['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED']
const final = ['BAD_USER_INPUT', 'FORBIDDEN', 'QUERY_TOO_COMPLEX']

describe('a subscription over a socket', () => {
  test.each(passing)('continues from its position when the server ends it with %s', async (code) => {
    const { positions, codes } = openClient()
    await settle()
    await welcome()
    FakeSocket.last.next(message(3))
    FakeSocket.last.fail(code)
    await vi.advanceTimersByTimeAsync(minutes(1))
    expect(FakeSocket.last.operations.at(-1)?.payload?.variables).toEqual({ ticketId: 'ticket', after: 3 })
    FakeSocket.last.next(message(4))
    expect([positions, codes]).toEqual([[3, 4], []])
  })

  test('retries less and less often while the server keeps ending it', async () => {
    openClient()
    await settle()
    await welcome()
    for (let second = 0; second < 600; second++) {
      if (FakeSocket.last.readyState === FakeSocket.CONNECTING) await welcome()
      FakeSocket.last.fail('UNAVAILABLE')
      await vi.advanceTimersByTimeAsync(1_000)
    }
    const asked = FakeSocket.all.flatMap(({ operations }) => operations).length
    expect(asked).toBeGreaterThan(10)
    expect(asked).toBeLessThan(60)
  })

  test.each(final)('ends when the server refuses it with %s', async (code) => {
    const { codes } = openClient()
    await settle()
    await welcome()
    FakeSocket.last.fail(code)
    await vi.advanceTimersByTimeAsync(minutes(2))
    expect([codes, FakeSocket.all.flatMap(({ operations }) => operations).length]).toEqual([[code], 1])
  })
})

describe('a subscription by event stream', () => {
  /** Every stream that was opened, after sockets failed. */
  async function openStreams() {
    const streams: ReturnType<typeof eventStream>[] = []
    const scene = openClient({
      respond({ signal }) {
        const stream = eventStream(signal)
        streams.push(stream)
        stream.send(':\n\n')
        return stream.response
      },
    })
    await blockSockets()
    await settle()
    return { ...scene, streams }
  }

  test.each(passing)('continues from its position when the server ends it with %s', async (code) => {
    const { streams, requests, positions, codes } = await openStreams()
    streams.at(-1)?.next(message(3))
    streams.at(-1)?.fail(code)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(requests.at(-1)?.body.variables).toEqual({ ticketId: 'ticket', after: 3 })
    streams.at(-1)?.next(message(4))
    await settle()
    expect([positions, codes]).toEqual([[3, 4], []])
  })

  test('is reopened with a new token after its own was refused', async () => {
    const { streams, requests } = await openStreams()
    streams.at(-1)?.fail('UNAUTHENTICATED')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(requests.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second'])
  })

  test.each(final)('ends when the server refuses it with %s', async (code) => {
    const { streams, codes } = await openStreams()
    streams.at(-1)?.fail(code)
    await vi.advanceTimersByTimeAsync(minutes(2))
    expect([codes, streams.length]).toEqual([[code], 1])
  })
})
