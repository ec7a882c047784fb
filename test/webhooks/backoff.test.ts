import { afterEach, expect, test, vi } from 'vitest'
import { pauseAfter, restLength } from '../../server/webhooks/deliveries/backoff.ts'

afterEach(() => void vi.restoreAllMocks())

const seconds = (time: number) => time / 1_000
/** With the same part of the jitter for all. */
function jitter(part: number): void {
  vi.spyOn(Math, 'random').mockReturnValue(part)
}

test('a delivery waits 5 seconds after its first attempt, then four times as long each time, at most 8 hours', () => {
  jitter(0.5)
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((attempts) => seconds(pauseAfter(attempts)))
  expect(pauses).toEqual([5, 20, 80, 320, 1_280, 5_120, 20_480, 28_800, 28_800, 28_800])
})

test('an endpoint rests from the fourth failure in a row on, twice as long each time, at most 5 minutes', () => {
  jitter(0.5)
  const rests = [0, 1, 3, 4, 5, 6, 9, 10, 11, 5_000].map((failures) => seconds(restLength(failures)))
  expect(rests).toEqual([0, 0, 0, 5, 10, 20, 160, 300, 300, 300])
})

test('what failed together is tried again at different times: up to a quarter earlier or later', () => {
  jitter(0)
  expect([pauseAfter(1), restLength(4)].map(seconds)).toEqual([3.75, 3.75])
  jitter(1)
  expect([pauseAfter(1), restLength(4)].map(seconds)).toEqual([6.25, 6.25])
})
