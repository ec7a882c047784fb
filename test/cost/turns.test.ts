import { describe, expect, onTestFinished, test } from 'vitest'
import type { Line } from '../../server/cost/turns.ts'
import { startApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { follow, listening, messageAdded, waiting } from '../support/live.ts'
import { load } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { contextFor } = await import('../../server/api/context.ts')
const { executeInTurn } = await import('../../server/cost/take-turns.ts')
const { startTurn } = await import('../../server/cost/turns.ts')
const website = await createTestWebsite(origin, rootKey)
const read = '{ tickets { totalCount } }'
const atOnce = postgres ? 4 : 2

/** A customer with the maximum number of running operations, until `finish` is called. */
async function busyCustomer(email: string, line: Line = 'read') {
  const customer = await website.customer(email)
  const context = await contextFor({
    authorization: `Bearer ${customer.token}`,
    origin: dashboard,
    address: '192.0.2.1',
  })
  const turns = await Promise.all(Array.from({ length: atOnce }, () => startTurn(line, context)))
  const finish = () => {
    for (const endTurn of turns) endTurn()
  }
  onTestFinished(finish)
  return { customer, finish }
}

function post(token: string | undefined, query: string, signal?: AbortSignal) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const request = { method: 'POST', headers, body: JSON.stringify({ query }) }
  return fetch(`${origin}/graphql`, signal ? { ...request, signal } : request)
}

describe('while a customer’s operations are running', () => {
  test('the next ones wait, over HTTP and sockets; others are answered, and the customer can sign in', async () => {
    const { customer, finish } = await busyCustomer('jane@example.com')
    const socket = await openSocket(origin)
    await socket.init(customer.token ?? '')
    const answers = Promise.all([customer.ask(read), customer.ask(read), socket.ask('1', read)])
    let answered = false
    answers.finally(() => {
      answered = true
    })
    await waiting(origin, 3)
    const other = await website.customer('joe@example.com')
    const operator = await website.operator()
    for (const caller of [other, operator, website.key]) await caller.ask(read)
    await website.openSession('jane@example.com')
    expect(answered).toBe(false)
    finish()
    const data = { tickets: { totalCount: 0 } }
    expect(await answers).toEqual([data, data, { data }])
    await waiting(origin, 0)
    socket.close()
  })

  test('one that is aborted while it waits never runs', async () => {
    const { customer, finish } = await busyCustomer('ann@example.com', 'write')
    const open = 'mutation { openTicket(input: { subject: "Hi", body: "Hi" }) { __typename } }'
    const abort = new AbortController()
    const given = post(customer.token, open, abort.signal).catch(() => 'given up')
    const socket = await openSocket(origin)
    await socket.init(customer.token ?? '')
    socket.subscribe('1', open)
    await waiting(origin, 2)
    abort.abort()
    socket.close()
    expect(await given).toBe('given up')
    await waiting(origin, 0)
    finish()
    expect(await customer.ask(read)).toEqual({ tickets: { totalCount: 0 } })
  })

  test('one that fails makes room like any other', async () => {
    const customer = await website.customer('err@example.com')
    const wrong = '{ tickets(after: "x") { totalCount } }'
    const answers = await Promise.all(Array.from({ length: 3 * atOnce }, () => customer.send(wrong)))
    expect(new Set(answers.map(({ errors }) => errors?.[0]?.extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    )
    await customer.ask(read)
  })

  test('two hundred are queued; one more is asked to retry and costs nothing', async () => {
    const { customer, finish } = await busyCustomer('max@example.com')
    const abort = new AbortController()
    const crowd = Array.from({ length: 200 }, () => post(customer.token, read, abort.signal))
    await waiting(origin, 200)
    const refused = await post(customer.token, read)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 5 } }],
      extensions: { cost: { requested: 0 } },
    })
    abort.abort()
    await Promise.allSettled(crowd)
    await waiting(origin, 0)
    finish()
    await customer.ask(read)
  })

  test('their live streams wait for each other, not for the operations, and miss nothing', async () => {
    const customer = await website.customer('live@example.com')
    const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: '1' }, 'ticket { id }')
    const stream = follow(customer, messageAdded, { ticketId: ticket.id })
    await listening(origin, 1)
    const { finish } = await busyCustomer('live@example.com', 'event')
    await website.key.run('reply', { ticketId: ticket.id, body: '2' }, '__typename')
    await waiting(origin, 1)
    expect(stream.items).toEqual([])
    await customer.ask(read)
    finish()
    expect(await stream.count(1)).toEqual([{ messageAdded: { position: 2, body: '2' } }])
    await stream.close()
    await listening(origin, 0)
  })

  test('their writes wait for each other, and their reads go on', async () => {
    const { customer, finish } = await busyCustomer('mia@example.com', 'write')
    const opened = customer.run('openTicket', { subject: 'Hi', body: '1' }, '__typename')
    await waiting(origin, 1)
    expect(await customer.ask(read)).toEqual({ tickets: { totalCount: 0 } })
    finish()
    await opened
    expect(await customer.ask(read)).toEqual({ tickets: { totalCount: 1 } })
  })

  test('their frame’s document waits for its data', async () => {
    const { finish } = await busyCustomer('page@example.com')
    const page = load(website.frameUrl('page@example.com'), { referer: `${dashboard}/` })
    await waiting(origin, 1)
    finish()
    expect(await page).toMatchObject({ status: 200 })
  })
})

test('a turn ends when its work throws, synchronously or later', async () => {
  const caller = { authorization: `Bearer ${rootKey}`, origin: null, address: '192.0.2.2' }
  const context = await contextFor(caller)
  const { signal } = new AbortController()
  const work = (fail: () => unknown) => executeInTurn('read', context, signal, fail)
  const fail = () => {
    throw new Error('failed')
  }
  // More than the maximum: a turn that never ended would be missing.
  for (let time = 0; time < 20; time++) {
    await expect(work(fail)).rejects.toThrow('failed')
    await expect(work(() => Promise.resolve().then(fail))).rejects.toThrow('failed')
  }
  expect(await work(() => 'done')).toBe('done')
  await waiting(origin, 0)
})
