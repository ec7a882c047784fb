import { describe, expect, test } from 'vitest'
import { trusted } from '../../../../client/core/trusted-document.ts'
import { FakeSocket } from './fake-socket.ts'
import { openClient, settle, useScene, welcome } from './scene.ts'

useScene()

const reply = trusted<object, object>('mutation', 'Reply', 'id of Reply')
const viewer = trusted<object, object>('query', 'Viewer', 'id of Viewer')
const texts = async () => ({
  'id of Reply': 'mutation Reply { reply }',
  'id of Viewer': 'query Viewer { viewer }',
  'id of MessageAdded': 'subscription MessageAdded { messageAdded }',
})
const unknown = { message: 'Unknown', extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }

/** A server of another build: it accepts only text. */
const otherBuild = ({ body }: { body: Record<string, unknown> }) =>
  Response.json(body.query ? { data: { done: true } } : { errors: [unknown] })

describe('an operation', () => {
  test('is sent by id and name over HTTP', async () => {
    const { client, requests } = openClient({ respond: () => Response.json({ data: { done: true } }) })
    await client.mutation(reply, { input: 1 }).toPromise()
    expect(requests.map(({ body }) => body)).toEqual([
      { documentId: 'id of Reply', operationName: 'Reply', variables: { input: 1 } },
    ])
  })

  test('is sent by id and name over the socket, with an empty query', async () => {
    openClient()
    await settle()
    await welcome()
    expect(FakeSocket.last.operations[0]?.payload).toEqual({
      query: '',
      operationName: 'MessageAdded',
      variables: { ticketId: 'ticket', after: 2 },
      extensions: { documentId: 'id of MessageAdded' },
    })
  })

  test('is resent as text if the server does not know it, as is every later one', async () => {
    const { client, requests } = openClient({ texts, respond: otherBuild })
    const first = await client.mutation(reply, {}).toPromise()
    const second = await client.mutation(reply, {}).toPromise()
    expect([first.data, second.data]).toEqual([{ done: true }, { done: true }])
    expect(requests.map(({ body }) => body.query ?? body.documentId)).toEqual([
      'id of Reply',
      'mutation Reply { reply }',
      'mutation Reply { reply }',
    ])
  })

  test('is resent as text over the socket, too', async () => {
    const { client, positions } = openClient({ texts })
    await settle()
    await welcome()
    const [subscription] = FakeSocket.last.operations
    FakeSocket.last.receive({ type: 'error', id: subscription?.id, payload: [unknown] })
    await settle()
    expect(FakeSocket.last.operations[1]?.payload).toEqual({
      query: 'subscription MessageAdded { messageAdded }',
      operationName: 'MessageAdded',
      variables: { ticketId: 'ticket', after: 2 },
    })
    FakeSocket.last.next({ messageAdded: { position: 3 } })
    expect(positions).toEqual([3])
    void client.query(viewer, {}).toPromise()
    await settle()
    expect(FakeSocket.last.operations[2]?.payload?.query).toBe('query Viewer { viewer }')
  })

  test('fails if its text cannot be loaded, and may succeed later', async () => {
    let there = false
    const { client } = openClient({
      texts: () => (there ? texts() : Promise.reject(new TypeError('Failed to fetch'))),
      respond: otherBuild,
    })
    expect((await client.mutation(reply, {}).toPromise()).error?.networkError).toBeDefined()
    there = true
    expect((await client.mutation(reply, {}).toPromise()).data).toEqual({ done: true })
  })
})
