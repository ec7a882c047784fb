import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { expect, test } from 'vitest'
import { budget, withinBudget } from '../../server/inbound/receiving/budget.ts'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { mime, newPostman, signed } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, post } = await newPostman(origin, app.inboundPort() ?? 0)
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
const address = await replyAddress(ticket.id, 'jane@example.com')

const from = (sender: string) => ({ 'x-forwarded-for': sender })
const postFrom = (sender: string, raw = mime({ to: address })) =>
  post(raw, { ...signed(raw), ...from(sender) })

/** A request with valid headers whose body has begun. */
function begin(sender: string): ClientRequest {
  const call = request(`${origin}/inbound`, { method: 'POST', headers: { ...signed(''), ...from(sender) } })
  call.on('error', () => {}).write('x')
  return call
}

async function answered(call: ClientRequest): Promise<number | undefined> {
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}

test('an email without room in memory is deferred, over SMTP and HTTP', async () => {
  const raw = mime({ to: address })
  await withinBudget(async (fits) => {
    expect(fits(budget - 10)).toBe(true)
    expect(await send(address, raw)).toBe(451)
    const response = await fetch(`${origin}/inbound`, { method: 'POST', headers: signed(raw), body: raw })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
  })
  expect([await send(address, raw), await post(raw)]).toEqual([250, 202])
})

test('an email that no longer fits frees its memory at once', async () => {
  await withinBudget(async (fits) => {
    expect([fits(budget), fits(1)]).toEqual([true, false])
    await withinBudget(async (others) => expect(others(budget)).toBe(true))
    expect(fits(1)).toBe(false)
  })
  await withinBudget(async (fits) => expect(fits(budget)).toBe(true))
})

test('a slow sender without a signature does not block others', async () => {
  const calls = Array.from({ length: 8 }, () => begin('192.0.2.1'))
  const trickle = setInterval(() => {
    for (const call of calls) call.write('x')
  }, 500)
  const statuses: unknown[] = []
  for (const call of calls) call.on('response', ({ statusCode }) => statuses.push(statusCode))
  await expect.poll(() => statuses).toEqual(Array(4).fill(503))
  expect(await postFrom('192.0.2.2')).toBe(202)
  expect(await postFrom('192.0.2.1')).toBe(503)
  clearInterval(trickle)
  for (const call of calls) call.destroy()
  await expect.poll(() => postFrom('192.0.2.1')).toBe(202)
})

test('a silent sender is disconnected after five seconds', async () => {
  const silent = [begin('192.0.2.3'), begin('192.0.2.3')]
  expect(await Promise.all(silent.map(answered))).toEqual([408, 408])
  expect(await postFrom('192.0.2.3')).toBe(202)
})

test('wrong signatures are refused sixty times a minute, while valid emails are accepted', async () => {
  const raw = mime({ to: address })
  const wrong = () => post(raw, { ...signed(`${raw} `), ...from('192.0.2.4') })
  for (let count = 0; count < 60; count++) expect(await wrong()).toBe(401)
  expect(await wrong()).toBe(429)
  expect(await post(raw, from('192.0.2.4'))).toBe(429)
  expect(await postFrom('192.0.2.4')).toBe(202)
})
