import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Outcomes } from '../../server/database/outcomes.ts'

const gone = Object.assign(new Error('no such statement'), { cause: { originalCode: '26000' } })
const locked = Object.assign(new Error('lock timeout'), { cause: { originalCode: '55P03' } })

describe('the outcomes of statements', () => {
  let outcomes: Outcomes
  beforeEach(() => {
    vi.useFakeTimers()
    outcomes = new Outcomes()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const succeed = async (times: number) => {
    for (let time = 0; time < times; time++) expect(await outcomes.note(Promise.resolve(time))).toBe(time)
  }
  const fail = async (times: number, error: object = gone) => {
    for (let time = 0; time < times; time++)
      await expect(outcomes.note(Promise.reject(error))).rejects.toBe(error)
  }

  test('are bad if a third of them, and at least five, failed', async () => {
    await fail(4)
    expect(outcomes.failing).toBe(false)
    await fail(1)
    expect(outcomes.failing).toBe(true)
    await succeed(10)
    expect(outcomes.failing).toBe(false)
  })

  test('are forgotten after ten seconds', async () => {
    await fail(5)
    vi.advanceTimersByTime(6_000)
    expect(outcomes.failing).toBe(true)
    vi.advanceTimersByTime(5_000)
    expect(outcomes.failing).toBe(false)
    await fail(5)
    vi.advanceTimersByTime(60_000)
    expect(outcomes.failing).toBe(false)
  })

  test('do not count failures of the statement itself, such as lock waits or broken constraints', async () => {
    for (const originalCode of ['55P03', '57014', '40P01', '23505', '22001'])
      await fail(5, Object.assign(new Error('own'), { cause: { originalCode } }))
    await fail(5, locked)
    await fail(5, new Error('timeout exceeded when trying to connect'))
    expect(outcomes.failing).toBe(false)
  })

  test.for<object>([
    { cause: { originalCode: '57P01' } },
    { cause: { originalCode: '25006' } },
    { cause: { originalCode: '42P05' } },
    { cause: { kind: 'DatabaseNotReachable' } },
    { code: 'ECONNRESET' },
    { message: 'Connection terminated unexpectedly' },
  ])('are bad for %o', async (error) => {
    await fail(5, error)
    expect(outcomes.failing).toBe(true)
  })
})
