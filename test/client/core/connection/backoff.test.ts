import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { growingWaits } from '../../../../client/core/connection/backoff.ts'
import { minutes } from './scene.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The waits before this many attempts that fail at once. */
function waits(nextWait: () => number, count: number): number[] {
  return Array.from({ length: count }, () => {
    const wait = nextWait()
    vi.advanceTimersByTime(wait)
    return wait
  })
}

describe('waits', () => {
  test('grow to at most half a minute while attempts fail', () => {
    const all = waits(growingWaits(), 20)
    expect(all[0]).toBeLessThanOrEqual(500)
    expect(Math.min(...all.slice(7))).toBeGreaterThanOrEqual(15_000)
    expect(Math.max(...all)).toBeLessThanOrEqual(30_000)
  })

  test('start short again after a connection that lasted', () => {
    const nextWait = growingWaits()
    waits(nextWait, 20)
    vi.advanceTimersByTime(minutes(1))
    expect(nextWait()).toBeLessThanOrEqual(500)
  })
})
