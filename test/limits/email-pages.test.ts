import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { newAddress } from '../support/page.ts'

const { origin } = await startOwnApp({ COST_PER_MINUTE: '0.02', TRUST_PROXY: '127.0.0.1,::1' })

test('pages that emails link to are charged to the address', async () => {
  const load = async (headers: Record<string, string>) => {
    const { status, headers: answered } = await fetch(`${origin}/mail/x`, { headers })
    return { status, retryAfter: Number(answered.get('retry-after')) }
  }
  const from = newAddress()
  let answer = await load(from)
  for (let count = 1; count < 50 && answer.status === 404; count++) answer = await load(from)
  expect([answer.status, answer.retryAfter > 0]).toEqual([429, true])
  expect((await load(newAddress())).status).toBe(404)
})
