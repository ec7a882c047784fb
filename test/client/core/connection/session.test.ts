import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSession, type Renewal, type Session } from '../../../../client/core/connection/session.ts'
import { minutes, sessionFor } from './scene.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function openSession(answers: Renewal<Session>['outcome'][] = [], lifetime = minutes(15), clock = 0) {
  let renewals = 0
  const ended = vi.fn()
  const session = createSession({
    initial: sessionFor(lifetime + clock),
    renew: async () => {
      renewals += 1
      const outcome = answers.shift() ?? 'renewed'
      if (outcome !== 'renewed') return { outcome }
      return { outcome, session: sessionFor(lifetime + clock, `renewed ${renewals}`) }
    },
  })
  session.onEnd(ended)
  return { session, ended, count: () => renewals }
}

describe('a session', () => {
  test('renews itself before its token expires', async () => {
    const { session, count } = openSession()
    await vi.advanceTimersByTimeAsync(minutes(11))
    expect([count(), await session.token()]).toEqual([0, 'first'])
    await vi.advanceTimersByTimeAsync(minutes(3))
    expect([count(), await session.token()]).toEqual([1, 'renewed 1'])
  })

  test('is renewed once for concurrent callers', async () => {
    const { session, count } = openSession()
    session.expire('first')
    const tokens = await Promise.all([session.token(), session.token(), session.token()])
    expect([count(), tokens]).toEqual([1, ['renewed 1', 'renewed 1', 'renewed 1']])
  })

  test('is not renewed again when a token is refused that was already replaced', async () => {
    const { session, count } = openSession()
    session.expire('first')
    await session.token()
    session.expire('first')
    expect([await session.token(), count()]).toEqual(['renewed 1', 1])
  })

  test('ends when its renewal is refused, and is not renewed again', async () => {
    const { session, ended, count } = openSession(['refused'])
    session.expire('first')
    expect(await session.token()).toBe('first')
    expect(ended).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(minutes(60))
    expect([await session.renew(), count()]).toEqual([false, 1])
  })

  test('keeps trying while the server cannot be reached', async () => {
    const { session, ended, count } = openSession(['unreachable', 'unreachable', 'unreachable'])
    expect(await session.renew()).toBe(false)
    await vi.advanceTimersByTimeAsync(minutes(1))
    expect([count(), await session.token()]).toEqual([4, 'renewed 4'])
    expect(ended).not.toHaveBeenCalled()
  })

  test.each([
    ['an hour behind', minutes(60)],
    ['an hour ahead', -minutes(60)],
  ])('is renewed in time, but not constantly, when the visitor’s clock is %s', async (_name, clock) => {
    const { count } = openSession([], minutes(15), clock)
    await vi.advanceTimersByTimeAsync(minutes(1))
    expect(count()).toBe(0)
    await vi.advanceTimersByTimeAsync(minutes(14))
    expect(count()).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(minutes(45))
    expect(count()).toBeLessThan(60)
  })

  test('is renewed when its page wakes up after the token expired', async () => {
    const { session, count } = openSession()
    session.wake()
    expect(count()).toBe(0)
    vi.setSystemTime(Date.now() + minutes(20))
    session.wake()
    expect(count()).toBe(1)
  })
})
