import { afterEach, expect, test, vi } from 'vitest'
import type { Context } from '../../server/api/context.ts'
import { coded } from '../../server/api/errors.ts'
import { watchRights } from '../../server/subscriptions/rights.ts'

vi.useFakeTimers()
afterEach(() => vi.clearAllTimers())

test('a socket and its subscriptions share one check by one timer, and all are notified of a refusal, not of a failure', async () => {
  const recheck = vi.fn<Context['recheck']>().mockResolvedValue()
  // An operation has its own context, with the socket's check.
  const refused = [1, 2, 3].map(() => vi.fn())
  const ends = refused.map((listener) => watchRights({ recheck } as Partial<Context> as Context, listener))
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(recheck).toHaveBeenCalledTimes(1)
  for (const listener of refused) expect(listener).not.toHaveBeenCalled()

  recheck.mockRejectedValueOnce(new Error('The database is down'))
  await vi.advanceTimersByTimeAsync(2_000)
  for (const listener of refused) expect(listener).not.toHaveBeenCalled()

  const error = coded('UNAUTHENTICATED', 'The session has ended')
  recheck.mockRejectedValue(error)
  await vi.advanceTimersByTimeAsync(2_000)
  for (const listener of refused) expect(listener).toHaveBeenCalledExactlyOnceWith(error)

  for (const end of ends) end()
  expect(vi.getTimerCount()).toBe(0)
})
