import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startEmailPages } from '../support/email-pages.ts'

const { origin, rootKey } = await startApp()
const { threadOf, post, oneClick, inForce, urlOf } = await startEmailPages(origin, rootKey)

describe('one-click unsubscribe', () => {
  test.for(['urlencoded', 'multipart'] as const)('mutes the ticket at once, %s', async (encoding) => {
    const thread = await threadOf()
    const answer = await oneClick(thread, encoding)
    expect([answer.status, answer.redirected]).toEqual([200, false])
    expect((await answer.text()).length).toBeLessThan(100)
    expect(await inForce(thread)).toEqual({ ticket: 'muted', all: 'ALL' })
    expect((await oneClick(thread, encoding)).status).toBe(200)
    expect(await inForce(thread)).toEqual({ ticket: 'muted', all: 'ALL' })
  })

  test('changes nothing else', async () => {
    const thread = await threadOf()
    await post(thread, 'mute=all')
    await oneClick(thread)
    expect(await inForce(thread)).toEqual({ ticket: 'muted', all: 'NONE' })
  })

  test('returns an error for an invalid request', async () => {
    const thread = await threadOf()
    const answer = await fetch(urlOf(thread), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"List-Unsubscribe":"One-Click"}',
    })
    expect(answer.status).toBe(400)
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
  })
})

describe('an invalid link', () => {
  test('opens nothing: made up, of another thread, or for another purpose', async () => {
    const { emailToken } = await import('../../server/notifications/email-token.ts')
    const [thread, other] = [await threadOf(), await threadOf()]
    const digits = thread.id.replaceAll('-', '')
    const gone = '01890000-0000-7000-8000-000000000000'
    const tokens = {
      'made up': 'x',
      'without a MAC': digits,
      'with a guessed MAC': digits + '0'.repeat(28),
      'with another thread’s MAC': digits + emailToken('mute', other.id).slice(32),
      'of a thread that is gone': emailToken('mute', gone),
      'for answering': emailToken('reply', thread.id),
      'for agreeing': emailToken('confirm', thread.id),
    }
    for (const [name, token] of Object.entries(tokens)) {
      const url = `${origin}/mail/${token}`
      const looked = await fetch(url)
      const pressed = await fetch(url, { method: 'POST', body: new URLSearchParams({ mute: 'ticket' }) })
      expect([name, looked.status, pressed.status]).toEqual([name, 404, 404])
      expect(await looked.text()).toContain('There is nothing here')
    }
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
  })
})
