import { describe, expect, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { race } from './race.ts'

describe.skipIf(!postgres)('with twenty writers in two processes, readers', () => {
  test('miss and repeat nothing, in pages or live', async () => {
    const { whole, read, live, unordered } = await race({ processes: 2, writers: 20, events: 500 })
    expect(whole.length).toBeGreaterThan(500)
    for (const seen of [...read, ...live]) expect(seen).toEqual(whole)
    expect(unordered, 'events of a ticket in another order than they were recorded in').toBe(0)
  })
})
