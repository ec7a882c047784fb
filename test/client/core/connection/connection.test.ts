import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createConnection, pause } from '../../../../client/core/connection/connection.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const connection = createConnection()
  const statuses: string[] = []
  const missed = vi.fn()
  connection.onChange((status) => statuses.push(status))
  connection.onCatchUp(missed)
  return { connection, statuses, missed }
}

describe('a connection', () => {
  test('reports missed updates when it is restored, not when it is first made', () => {
    const { connection, missed } = watched()
    connection.set('connected')
    expect(missed).not.toHaveBeenCalled()
    connection.set('reconnecting')
    connection.set('connected')
    expect(missed).toHaveBeenCalledOnce()
  })

  test('is offline as soon as the device reports it, whatever the socket does', () => {
    const { connection, statuses } = watched()
    connection.set('connected')
    connection.setOnline(false)
    connection.set('reconnecting')
    expect(connection.status).toBe('offline')
    connection.setOnline(true)
    connection.set('connected')
    expect(statuses).toEqual(['connected', 'offline', 'reconnecting', 'connected'])
  })

  test('counts as online when it works, even if the device reports no network', () => {
    const { connection, missed } = watched()
    connection.setOnline(false)
    connection.set('connected')
    expect([connection.status, missed.mock.calls.length]).toEqual(['connected', 1])
  })

  test('ends a pause when the device is online again', async () => {
    const { connection } = watched()
    const done = vi.fn()
    connection.setOnline(false)
    void pause(connection, 30_000).then(done)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(done).not.toHaveBeenCalled()
    connection.setOnline(true)
    await vi.advanceTimersByTimeAsync(0)
    expect([done.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0])
  })
})
