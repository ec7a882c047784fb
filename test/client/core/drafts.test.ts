import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDrafts } from '../../../client/core/sending/drafts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Drafts of one ticket, saved while `up` is true. */
function openDrafts(delay = 0) {
  const saved: [body: string, messageCount: number, closing: boolean][] = []
  const line = { up: true }
  const drafts = createDrafts(async ({ body, messageCount }, closing) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    if (line.up) saved.push([body, messageCount, closing])
    return line.up
  })
  const type = (body: string, messageCount = 1) => drafts.typed({ ticketId: 'a', body, messageCount })
  return { drafts, saved, line, type }
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('a draft', () => {
  test('is saved within two seconds of the last key, once', async () => {
    const { saved, type } = openDrafts()
    for (const body of ['H', 'He', 'Hel']) {
      type(body)
      await pass(300)
    }
    expect(saved).toEqual([])
    await pass(1_700)
    expect(saved).toEqual([['Hel', 1, false]])
    await pass(60_000)
    expect(saved.length).toBe(1)
  })

  test('is saved now and then while somebody types without a pause', async () => {
    const { saved, type } = openDrafts()
    for (let key = 1; key <= 60; key++) {
      type('x'.repeat(key))
      await pass(500)
    }
    expect(saved.length).toBe(2)
  })

  test('is saved one after the other', async () => {
    const { saved, type } = openDrafts(5_000)
    type('slow')
    await pass(1_600)
    type('fast')
    await pass(20_000)
    expect(saved.map(([body]) => body)).toEqual(['slow', 'fast'])
  })

  test('is saved once the server is reached again', async () => {
    const { saved, line, type } = openDrafts()
    line.up = false
    type('Hello')
    await pass(30_000)
    line.up = true
    await pass(10_000)
    expect(saved).toEqual([['Hello', 1, false]])
  })

  test('is not saved while it is longer than a message may be', async () => {
    const { saved, type } = openDrafts()
    type('x'.repeat(20_001))
    await pass(30_000)
    expect(saved).toEqual([])
  })

  test('is saved at once when the page is closed, if it is not saved yet', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hel')
    await pass(2_000)
    drafts.flush()
    type('Hello')
    drafts.flush()
    await pass(0)
    expect(saved).toEqual([
      ['Hel', 1, false],
      ['Hello', 1, true],
    ])
  })

  test('is not saved once the session has ended', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hello')
    drafts.stop()
    type('Hello you')
    await pass(30_000)
    expect(saved).toEqual([])
  })
})

describe('a reply', () => {
  test('ends the saving of what it sends', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hello')
    drafts.sent({ ticketId: 'a', body: 'Hello', messageCount: 1 })
    expect(drafts.posted('a', { position: 2, body: 'Hello' })).toBe(false)
    await pass(30_000)
    expect(saved).toEqual([])
  })

  test('leaves what is typed after it, which is then saved', async () => {
    const { drafts, saved, type } = openDrafts()
    type('ok')
    drafts.sent({ ticketId: 'a', body: 'ok', messageCount: 1 })
    type('ok')
    await pass(2_000)
    expect(drafts.posted('a', { position: 2, body: 'ok' })).toBe(false)
    await pass(2_000)
    expect(saved.at(-1)).toEqual(['ok', 2, false])
  })

  test('from another tab takes back the same text here, and leaves another', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hello ')
    expect(drafts.posted('a', { position: 2, body: 'Hello' })).toBe(true)
    await pass(30_000)
    expect(saved).toEqual([])
    type('Bye', 2)
    expect(drafts.posted('a', { position: 3, body: 'Hello' })).toBe(false)
    await pass(2_000)
    expect(saved).toEqual([['Bye', 3, false]])
  })

  test('that was known while it was typed changes nothing', async () => {
    const { drafts, type } = openDrafts()
    type('Hello', 2)
    expect(drafts.posted('a', { position: 2, body: 'Hello' })).toBe(false)
  })
})

describe('a reply that is not posted yet', () => {
  const sent = (body: string, messageCount = 1) => ({ ticketId: 'a', body, messageCount })

  test('is saved when the page is closed, before what is typed after it', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hello')
    drafts.sent(sent('Hello'))
    drafts.flush()
    type('Bye')
    drafts.flush()
    await pass(0)
    expect(saved).toEqual([
      ['Hello', 1, true],
      ['Hello\n\nBye', 1, true],
    ])
  })

  test('is saved even if it was not typed in this page', async () => {
    const { drafts, saved } = openDrafts()
    drafts.sent(sent('Saved before', 3))
    drafts.flush()
    await pass(0)
    expect(saved).toEqual([['Saved before', 3, true]])
  })

  test('is not saved again once it is posted', async () => {
    const { drafts, saved, type } = openDrafts()
    type('Hello')
    drafts.sent(sent('Hello'))
    drafts.posted('a', { position: 2, body: 'Hello' })
    drafts.flush()
    await pass(0)
    expect(saved).toEqual([])
  })

  test('is taken out of the draft when it is discarded', async () => {
    const { drafts, saved, type } = openDrafts()
    for (const body of ['One', 'Two']) drafts.sent(sent(body))
    type('Three')
    drafts.flush()
    await pass(0)
    drafts.outgoing({ a: [{ body: 'Two' }] })
    await pass(2_000)
    drafts.outgoing({ a: [] })
    await pass(2_000)
    expect(saved.map(([body]) => body)).toEqual(['One\n\nTwo\n\nThree', 'Two\n\nThree', 'Three'])
  })

  test('is left out if the draft would be too long', async () => {
    const { drafts, saved, type } = openDrafts()
    drafts.sent(sent('x'.repeat(19_990)))
    drafts.sent(sent('Two'))
    type('Three')
    drafts.flush()
    await pass(0)
    expect(saved).toEqual([['Two\n\nThree', 1, true]])
  })
})
