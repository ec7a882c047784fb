import { describe, expect, test, vi } from 'vitest'
import { trusted } from '../../../../client/core/trusted-document.ts'
import { FakeSocket } from './fake-socket.ts'
import { minutes, openClient, sessionFor, settle, useScene, welcome } from './scene.ts'

useScene()

const viewer = trusted<object, object>('query', 'Viewer', 'id of Viewer')
const mutation = trusted<object, object>('mutation', 'Done', 'id of Done')
const json = (body: object, status = 200) => Response.json(body, { status })

describe('a query', () => {
  test('goes over the socket', async () => {
    const { client, requests } = openClient()
    await settle()
    await welcome()
    const answer = client.query(viewer, {}).toPromise()
    await settle()
    FakeSocket.last.next({ viewer: { id: 'one' } })
    expect([(await answer).data, requests]).toEqual([{ viewer: { id: 'one' } }, []])
  })

  test('is sent once, though a hook starts it, stops it and starts it again', async () => {
    const { client } = openClient()
    await settle()
    await welcome()
    const before = FakeSocket.last.operations.length
    client
      .query(viewer, {})
      .subscribe(() => {})
      .unsubscribe()
    client.query(viewer, {}).subscribe(() => {})
    await settle()
    expect(FakeSocket.last.operations.length - before).toBe(1)
  })

  test('goes by POST if the socket does not answer', async () => {
    const { client, requests } = openClient({ respond: () => json({ data: { viewer: { id: 'two' } } }) })
    await settle()
    await welcome()
    const answer = client.query(viewer, {}).toPromise()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([(await answer).data, requests.length]).toEqual([{ viewer: { id: 'two' } }, 1])
  })

  test('fails at once without a network', async () => {
    const { client, connection } = openClient()
    await settle()
    await welcome()
    const waiting = client.query(viewer, {}).toPromise()
    await settle()
    connection.setOnline(false)
    expect((await waiting).error?.networkError).toBeDefined()
    expect((await client.query(viewer, {}).toPromise()).error?.networkError).toBeDefined()
  })
})

describe('a request', () => {
  const refused = { errors: [{ message: 'Sign in again', extensions: { code: 'UNAUTHENTICATED' } }] }

  test('is retried with a new token when its token is refused', async () => {
    const { client, requests } = openClient({
      respond: ({ headers }) =>
        headers.get('authorization') === 'Bearer first' ? json(refused, 401) : json({ data: { done: true } }),
    })
    const { data } = await client.mutation(mutation, {}).toPromise()
    expect([data, requests.map(({ token }) => token)]).toEqual([
      { done: true },
      ['Bearer first', 'Bearer second'],
    ])
  })

  test('is retried with the token that another request renewed meanwhile', async () => {
    let renewals = 0
    const waiting: (() => void)[] = []
    const { client, requests } = openClient({
      respond: ({ headers }) =>
        new Promise((resolve) => {
          const refuses = headers.get('authorization') === 'Bearer first'
          waiting.push(() => resolve(refuses ? json(refused, 401) : json({ data: { done: true } })))
        }),
      renew: async () => {
        renewals += 1
        return { outcome: 'renewed', session: sessionFor(minutes(15), `renewed ${renewals}`) }
      },
    })
    const answers = [
      client.mutation(mutation, {}).toPromise(),
      client.mutation(mutation, { of: 2 }).toPromise(),
    ]
    for (let next = 0; next < 4; next++) {
      await settle()
      waiting.shift()?.()
    }
    const results = await Promise.all(answers)
    expect(results.map(({ data }) => data)).toEqual([{ done: true }, { done: true }])
    expect([requests.length, renewals]).toEqual([4, 1])
  })

  test('fails eventually when nobody answers', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const timeout = new AbortController()
      setTimeout(() => timeout.abort(new DOMException('Timed out', 'TimeoutError')), milliseconds)
      return timeout.signal
    })
    const { client } = openClient({
      respond: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    const answer = client.mutation(mutation, {}).toPromise()
    await vi.advanceTimersByTimeAsync(minutes(2))
    expect((await answer).error?.networkError).toBeDefined()
  })

  test('fails with the refusal when there is no new token', async () => {
    const { client, requests } = openClient({
      respond: () => json(refused, 401),
      renew: async () => ({ outcome: 'unreachable' }),
    })
    const { error } = await client.mutation(mutation, {}).toPromise()
    expect([error?.graphQLErrors[0]?.extensions.code, requests.length]).toEqual(['UNAUTHENTICATED', 1])
  })
})
