import { describe, expect, test } from 'vitest'
import { race } from '../events/race.ts'
import { postgres } from '../support/environment.ts'

describe.skipIf(!postgres)('with fifty writers in four processes, readers', () => {
  test('miss and repeat nothing in ten thousand events, in pages or live', async () => {
    const { whole, read, live, unordered } = await race({ processes: 4, writers: 50, events: 10_000 })
    expect(whole.length).toBeGreaterThan(10_000)
    for (const seen of [...read, ...live]) expect(seen).toEqual(whole)
    expect(unordered).toBe(0)
  })
})
