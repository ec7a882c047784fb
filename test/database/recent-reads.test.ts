import { expect, test } from 'vitest'
import { RecentReads } from '../../server/database/recent-reads.ts'

function scene(answer = (key: string) => key.toUpperCase()) {
  const asked: string[][] = []
  const reads = new RecentReads(async (keys) => {
    asked.push(keys)
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, answer(key)]))
  })
  return { asked, reads }
}

test('what is asked for at the same time is read together, each once', async () => {
  const { asked, reads } = scene()
  const results = await Promise.all(['a', 'b', 'a', 'none'].map((key) => reads.get(key)))
  expect(results).toEqual(['A', 'B', 'A', null])
  expect(await reads.get('b')).toBe('B')
  await reads.get('c')
  expect(asked).toEqual([['a', 'b', 'none'], ['c']])
})

test('a result is at hand until it is forgotten', async () => {
  const { asked, reads } = scene()
  expect(reads.value('a')).toBeUndefined()
  await reads.get('a')
  expect(reads.value('a')).toBe('A')
  reads.forget('a')
  expect(reads.value('a')).toBeUndefined()
  await reads.get('a')
  expect(asked).toEqual([['a'], ['a']])
})

test('a result that fails does so for its key alone', async () => {
  const reads = new RecentReads(async (keys) => {
    const fail = async () => Promise.reject(new Error('Unreadable'))
    return new Map(keys.map((key) => [key, key === 'bad' ? fail() : key]))
  })
  const [good, bad] = await Promise.allSettled([reads.get('good'), reads.get('bad')])
  expect([good, bad.status]).toEqual([{ status: 'fulfilled', value: 'good' }, 'rejected'])
})

test('a failed read is read again', async () => {
  let failing = true
  const { reads } = scene((key) => {
    if (failing) throw new Error('The database is away')
    return key
  })
  await expect(Promise.all([reads.get('a'), reads.get('b')])).rejects.toThrow('away')
  failing = false
  expect(await Promise.all([reads.get('a'), reads.get('b')])).toEqual(['a', 'b'])
})
