import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSession } from '../../../client/core/connection/session.ts'

const page = { pathname: '/console/acme', origin: 'http://localhost', reload: vi.fn() }
vi.stubGlobal('location', page)
afterAll(() => void vi.unstubAllGlobals())
beforeEach(() => void vi.clearAllMocks())
const { renewSession } = await import('../../../client/console/sign-in/console-session.ts')

const expiresAt = new Date(Date.now() + 900_000).toISOString()
const sessionOf = (operatorId: string) => ({
  token: `token of ${operatorId}`,
  expiresAt,
  operatorId,
  language: 'en',
})

/** Ada's session, renewed after somebody has signed in. */
async function renewedFor(operatorId: string) {
  const { token, ...rest } = sessionOf(operatorId)
  vi.stubGlobal('fetch', async () => Response.json({ session: { token, expiresAt }, ...rest }))
  const ended = vi.fn()
  const session = createSession({ initial: sessionOf('Ada') as never, renew: renewSession })
  session.onEnd(ended)
  session.expire('token of Ada')
  return { token: await session.token(), ended }
}

describe('when it renews its session, a tab of the console', () => {
  test('goes on while the same operator is signed in', async () => {
    const { token, ended } = await renewedFor('Ada')
    expect([token, ended.mock.calls.length]).toEqual(['token of Ada', 0])
  })

  test('ends, and never sends the token of another operator who has signed in', async () => {
    const { token, ended } = await renewedFor('Olaf')
    expect([token, ended.mock.calls.length]).toEqual(['token of Ada', 1])
  })

  test('does not reload itself: what is not sent can still be read', async () => {
    await renewedFor('Olaf')
    expect(page.reload).not.toHaveBeenCalled()
  })
})
