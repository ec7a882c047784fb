import { describe, expect, test } from 'vitest'
import { Turnstile } from '../../server/cost/turnstile.ts'

/** Runs whatever is due. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Enters in this order; `inside` lists those inside, in the order of their turns. */
function enterAll(turnstile: Turnstile, names: string[], atOnce = 2, signal?: AbortSignal) {
  const inside: string[] = []
  const leave = new Map<string, () => void>()
  const entered = names.map(async (name) => {
    const end = await turnstile.enter(name.charAt(0), atOnce, signal)
    inside.push(name)
    leave.set(name, end)
  })
  return { inside, leave: (name: string) => leave.get(name)?.(), all: Promise.allSettled(entered) }
}

describe('a turnstile', () => {
  test('makes others of the same name wait in order, and no other name', async () => {
    const turnstile = new Turnstile()
    const { inside, leave } = enterAll(turnstile, ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2'])
    await settle()
    expect(inside).toEqual(['a1', 'a2', 'b1', 'b2'])
    expect([turnstile.waiting('a'), turnstile.waiting('b'), turnstile.allWaiting]).toEqual([3, 0, 3])
    leave('a2')
    await settle()
    leave('a1')
    await settle()
    expect(inside.slice(4)).toEqual(['a3', 'a4'])
    expect(turnstile.waiting('a')).toBe(1)
  })

  test('queues a late arrival behind the others when a place is handed over', async () => {
    const turnstile = new Turnstile()
    const { inside, leave } = enterAll(turnstile, ['a1', 'a2'], 1)
    await settle()
    leave('a1')
    const late = turnstile.enter('a', 1)
    await settle()
    expect(inside).toEqual(['a1', 'a2'])
    leave('a2')
    ;(await late)()
  })

  test('forgets a name when the last one has left, and counts one that leaves twice once', async () => {
    const turnstile = new Turnstile()
    const { inside, leave, all } = enterAll(turnstile, ['a1', 'a2', 'a3', 'b1'], 1)
    await settle()
    leave('a1')
    leave('a1')
    await settle()
    expect(inside).toEqual(['a1', 'b1', 'a2'])
    for (const name of ['a2', 'b1']) leave(name)
    await all
    leave('a3')
    expect([turnstile.names, turnstile.allWaiting]).toEqual([0, 0])
  })

  test('takes no place for one that is aborted before or while waiting, and keeps those inside', async () => {
    const turnstile = new Turnstile()
    const { leave } = enterAll(turnstile, ['a1'], 1)
    const gone = new AbortController()
    const impatient = enterAll(turnstile, ['a2', 'a3'], 1, gone.signal)
    const patient = enterAll(turnstile, ['a4'], 1)
    await settle()
    leave('a1')
    await settle()
    gone.abort(new Error('gone'))
    expect((await impatient.all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expect(turnstile.enter('a', 1, gone.signal)).rejects.toThrow('gone')
    expect([impatient.inside, patient.inside, turnstile.waiting('a')]).toEqual([['a2'], [], 1])
    impatient.leave('a2')
    await patient.all
    patient.leave('a4')
    expect(turnstile.names).toBe(0)
  })

  test('ends the turn of work that throws, synchronously or later', async () => {
    const turnstile = new Turnstile()
    const fail = () => {
      throw new Error('failed')
    }
    await expect(turnstile.run('a', 1, fail)).rejects.toThrow('failed')
    await expect(turnstile.run('a', 1, () => settle().then(fail))).rejects.toThrow('failed')
    expect(await turnstile.run('a', 1, () => 'done')).toBe('done')
    expect(turnstile.names).toBe(0)
  })
})
