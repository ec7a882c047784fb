import { afterEach, describe, expect, test, vi } from 'vitest'
import texts from '../../client/graphql/documents.json' with { type: 'json' }
import { startApp } from '../support/app.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { database } = await import('../../server/database/db.ts')
const { spend } = await import('../../server/cost/allowance.ts')
const { contextFor } = await import('../../server/api/context.ts')
const { operationIn } = await import('../../server/operations/known-text.ts')
const website = await createTestWebsite(origin, rootKey)
const idOf = (name: string) =>
  Object.entries(texts).find(([, text]) => new RegExp(`^\\w+ ${name}\\b`).test(text))?.[0] ?? ''
const authorized = async (email: string) => ({
  authorization: `Bearer ${(await website.openSession(email)).token}`,
})
const jane = await authorized('jane@example.com')
afterEach(() => vi.restoreAllMocks())

/** What differs between two equal answers. */
const own = new Set(['requestId', 'remaining', 'resetAt', 'changeCursor', 'retryAfter', 'locations'])
const ownHeaders = new Set(['date', 'content-length', 'transfer-encoding'])

async function post(body: string, { origin: from = dashboard, ...headers }: Record<string, string>) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(from && { origin: from }), ...headers },
    body,
  })
  const text = await response.text()
  const shown = Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.has(name)))
  if ('retry-after' in shown) shown['retry-after'] = 'seconds'
  return {
    status: response.status,
    headers: shown,
    body:
      text &&
      JSON.parse(text.replace(/in \d+ seconds/, ''), (key, value) => (own.has(key) ? undefined : value)),
  }
}

let asked = 0

/** The answers to an operation by id and by a text that is known, over the fast path, and by a new text. */
async function overBoth(name: string, more: object = {}, headers: Record<string, string> = jane) {
  const id = idOf(name)
  const text = texts[id as keyof typeof texts]
  const fast = await post(JSON.stringify({ documentId: id, ...more }), headers)
  const slow = await post(JSON.stringify({ query: `${text}\n# ${asked++}`, ...more }), headers)
  await post(JSON.stringify({ query: text }), jane)
  expect(operationIn(text)).not.toBeNull()
  const known = await post(JSON.stringify({ query: text, ...more }), headers)
  expect(known).toEqual(fast)
  return { fast, slow }
}

describe('the fast path gives the same answer as Yoga', () => {
  const ticket = (id: unknown) => ({ variables: { id } })
  test.each<[string, string, object, Record<string, string>?]>([
    ['to a query', 'FirstScreen', {}],
    ['to a query with its name', 'FirstScreen', { operationName: 'FirstScreen' }],
    ['to a query with another name', 'FirstScreen', { operationName: 'Other' }],
    ['to nobody', 'FirstScreen', {}, {}],
    ['to a refused credential', 'FirstScreen', {}, { authorization: 'Bearer x' }],
    ['to another scheme', 'FirstScreen', {}, { authorization: 'Basic x' }],
    ['to no page', 'FirstScreen', {}, { ...jane, origin: '' }],
    ['to a variable that is missing', 'Conversation', {}],
    ['to a variable of the wrong kind', 'Conversation', ticket({})],
    ['to variables that are not an object', 'Conversation', { variables: [1] }],
    ['to extensions that are not an object', 'FirstScreen', { extensions: 1 }],
    ['to an id of nothing', 'Conversation', ticket('nothing')],
    ['to a customer who asks for what is the team’s', 'ConsoleAuditEvents', {}],
    ['to an input that breaks rules', 'OpenTicket', { variables: { input: { subject: '', body: '' } } }],
    ['to a cursor of another list', 'Tickets', { variables: { after: 'x' } }],
    [
      'to one who takes GraphQL’s own type',
      'FirstScreen',
      {},
      { ...jane, accept: 'application/graphql-response+json' },
    ],
    ['to one who takes nothing of ours', 'FirstScreen', {}, { ...jane, accept: 'image/png' }],
    ['to a form', 'FirstScreen', {}, { ...jane, 'content-type': 'text/plain' }],
  ])('%s', async (_what, name, more, headers) => {
    const { fast, slow } = await overBoth(name, more, headers)
    expect(fast).toEqual(slow)
  })

  test.each([
    ['with a website that was just read', 0],
    ['with a website to be read', 60_000],
  ])('when the database is down, %s', async (_what, later) => {
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now)
    await overBoth('FirstScreen')
    clock.mockReturnValue(now + later)
    const error = Object.assign(new Error('gone'), { code: '57P01' })
    const connect = (callback?: (error: Error) => void) =>
      callback ? callback(error) : Promise.reject(error)
    vi.spyOn(database.reads, 'connect').mockImplementation(connect as never)
    const { fast, slow } = await overBoth('FirstScreen')
    expect(fast).toEqual(slow)
    expect(fast.body.errors[0].extensions.code).toBe('UNAVAILABLE')
  })

  test('when the allowance is used up', async () => {
    const headers = await authorized('spender@example.com')
    const context = await contextFor({ ...headers, origin: null, address: '::1' })
    const { allowance } = await spend(context, 0)
    await spend(context, allowance.remaining)
    const { fast, slow } = await overBoth('FirstScreen', {}, headers)
    expect(fast).toEqual(slow)
    expect(fast.body.errors[0].extensions.code).toBe('RATE_LIMITED')
    expect(fast.headers).toHaveProperty('retry-after')
  })
})

describe('a body', () => {
  const long = (length: number) =>
    JSON.stringify({ documentId: idOf('FirstScreen'), operationName: 'x'.repeat(length) })

  test.each([[512 * 1024], [10 * 1024 * 1024]])('of more than %i bytes is refused', async (length) => {
    const answer = await post(long(length), jane)
    expect([answer.status, answer.body.errors[0].message]).toEqual([413, 'Request body too large'])
  })

  test.each([[''], ['{'], ['null'], ['[]'], ['1'], ['"x"'], ['{}']])(
    'that is no operation is refused: %s',
    async (body) => {
      const answer = await post(body, jane)
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
    },
  )
})
