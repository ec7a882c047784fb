import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createConnection } from '../../../client/core/connection/connection.ts'
import { createOutbox } from '../../../client/core/sending/outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An outbox whose attempts reach the server while `up` is true. */
function openOutbox() {
  const connection = createConnection()
  const outbox = createOutbox(connection)
  const sent: string[] = []
  const attempts: string[] = []
  const line = { up: true }
  const send = (key: string, ticketId = 'ticket') =>
    outbox.send(ticketId, key, async () => {
      attempts.push(key)
      if (line.up) sent.push(key)
      return line.up
    })
  return { connection, outbox, sent, attempts, line, send }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('a reply', () => {
  test('is sent once if the server is reached', async () => {
    const { send, sent, attempts } = openOutbox()
    send('a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent, attempts]).toEqual([['a'], ['a']])
  })

  test('is retried with growing waits if it does not reach the server', async () => {
    const { send, sent, attempts, line } = openOutbox()
    line.up = false
    send('a')
    await vi.advanceTimersByTimeAsync(2_000)
    const early = attempts.length
    await vi.advanceTimersByTimeAsync(120_000)
    expect(early).toBeGreaterThan(1)
    expect(attempts.length - early).toBeLessThan(12)
    line.up = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect([sent, vi.getTimerCount()]).toEqual([['a'], 0])
  })

  test.each(['connection', 'device'] as const)('is retried at once when the %s is back', async (which) => {
    const { connection, send, sent, line } = openOutbox()
    line.up = false
    connection.set('reconnecting')
    connection.setOnline(false)
    send('a')
    await vi.advanceTimersByTimeAsync(300_000)
    line.up = true
    if (which === 'connection') connection.set('connected')
    else connection.setOnline(true)
    await settle()
    expect(sent).toEqual(['a'])
  })

  test('waits for earlier ones of its ticket, but not for those of another', async () => {
    const { send, sent, attempts, line } = openOutbox()
    line.up = false
    send('a')
    send('b')
    await settle()
    expect(attempts).toEqual(['a'])
    line.up = true
    send('c', 'another ticket')
    await settle()
    expect(sent).toEqual(['c'])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toEqual(['c', 'a', 'b'])
  })

  test('is retried on request, never twice at a time', async () => {
    const { outbox, send, sent, attempts, line } = openOutbox()
    line.up = false
    send('a')
    await settle()
    line.up = true
    outbox.retry('ticket')
    outbox.retry('ticket')
    await settle()
    expect([sent, attempts]).toEqual([['a'], ['a', 'a']])
  })

  test('is not retried after the outbox was stopped', async () => {
    const { outbox, send, attempts, line } = openOutbox()
    line.up = false
    send('a')
    await settle()
    outbox.stop()
    await vi.advanceTimersByTimeAsync(300_000)
    expect([attempts, vi.getTimerCount()]).toEqual([['a'], 0])
  })

  test('lets the next one go when it is discarded', async () => {
    const { outbox, send, sent, line } = openOutbox()
    line.up = false
    send('a')
    send('b')
    await settle()
    line.up = true
    expect(outbox.holds('ticket', 'a')).toBe(true)
    outbox.discard('ticket', 'a')
    expect(outbox.holds('ticket', 'a')).toBe(false)
    await settle()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toEqual(['b'])
  })
})
