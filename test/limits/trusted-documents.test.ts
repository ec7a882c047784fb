import { describe, expect, test } from 'vitest'
import texts from '../../client/graphql/documents.json' with { type: 'json' }
import { startApp } from '../support/app.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const idOf = (name: string) =>
  Object.entries(texts).find(([, text]) => text.startsWith(`query ${name}`))?.[0] ?? ''
const documentId = idOf('FirstScreen')
const unknown = 'f'.repeat(64)

async function post(body: object) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return response.json()
}

async function overSocket(payload: object) {
  const socket = await openSocket(origin)
  await socket.init(token)
  socket.send({ id: '1', type: 'subscribe', payload: { query: '', ...payload } })
  const answer = await socket.next()
  socket.close()
  return answer.type === 'error' ? { errors: answer.payload } : answer.payload
}

describe.each([
  ['HTTP', post],
  ['a socket', overSocket],
] as const)('over %s an operation of the apps', (_name, send) => {
  test.each([
    ['by its id', { documentId }],
    ['by its id in the extensions', { extensions: { documentId } }],
  ])('is answered %s', async (_form, by) => {
    const { data, errors } = await send({ query: '', operationName: 'FirstScreen', variables: {}, ...by })
    expect([errors, data.viewer.email]).toEqual([undefined, 'jane@example.com'])
  })

  test('is unknown if only another build has it', async () => {
    const { errors } = await send({ query: '', extensions: { documentId: unknown } })
    expect(errors[0].extensions).toEqual({ code: 'PERSISTED_DOCUMENT_NOT_FOUND' })
  })

  test('may be sent as text, like any other', async () => {
    const text = { query: texts[documentId as keyof typeof texts], operationName: 'FirstScreen' }
    expect((await send(text)).data.viewer.email).toBe('jane@example.com')
    expect((await send({ query: '{ viewer { __typename } }' })).data.viewer.__typename).toBe('Customer')
  })
})

describe('over HTTP', () => {
  test('a request with neither id nor text is refused', async () => {
    const { errors } = await post({ variables: {} })
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })

  test.each([[1], [null], [['a']], [{ a: 1 }]])('an id must be text: %j is refused', async (id) => {
    const { errors } = await post({ documentId: id })
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })
})
