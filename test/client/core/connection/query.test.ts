import { describe, expect, test, vi } from 'vitest'
import { trusted } from '../../../../client/core/trusted-document.ts'
import { FakeSocket } from './fake-socket.ts'
import { openClient, settle, useScene, welcome } from './scene.ts'

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

  test('goes by POST when the socket does not answer', async () => {
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

  test('whose token was refused is sent once more with a new one', async () => {
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

  test('is answered as it was refused when there is no new token', async () => {
    const { client, requests } = openClient({
      respond: () => json(refused, 401),
      renew: async () => ({ outcome: 'unreachable' }),
    })
    const { error } = await client.mutation(mutation, {}).toPromise()
    expect([error?.graphQLErrors[0]?.extensions.code, requests.length]).toEqual(['UNAUTHENTICATED', 1])
  })
})
