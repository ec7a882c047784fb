import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { listening, messageAdded } from '../support/live.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const other = await website.openSession('joe@example.com')
const customer = await website.customer('jane@example.com')
const { ticket } = await customer.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')
const stranger = await website.customer('stranger@example.com')
const foreign = (await stranger.run('openTicket', { subject: 'Hi', body: 'Hi' }, 'ticket { id }')).ticket

const init = { type: 'connection_init', payload: { authorization: `Bearer ${token}` } }
const operation = (id: string, query = '{ __typename }') => ({ id, type: 'subscribe', payload: { query } })
const subscription = 'subscription { ticketChanged { ticketId } }'
const limit = 20

/** An authenticated socket. */
async function openReady() {
  const socket = await openSocket(origin)
  expect(await socket.init(token)).toEqual({ type: 'connection_ack' })
  return socket
}

describe('a socket is closed', () => {
  test.for<[code: number, name: string, messages: (object | string)[]]>([
    [4400, 'for what is not JSON', ['{']],
    [4400, 'for no message', ['null']],
    [4400, 'for a list', ['[]']],
    [4400, 'for bytes', [Buffer.from([0, 255, 254])]],
    [4400, 'for a message of an unknown type', [init, { type: 'start' }]],
    [
      4400,
      'for an operation without an id',
      [init, { type: 'subscribe', payload: { query: '{ __typename }' } }],
    ],
    [4400, 'for an operation without a query', [init, { id: '1', type: 'subscribe', payload: {} }]],
    [4401, 'for an operation before signing in', [operation('1')]],
    [4403, 'without a payload to sign in with', [{ type: 'connection_init' }]],
    [4403, 'without a token', [{ type: 'connection_init', payload: {} }]],
    [
      4403,
      'with a token that is not a string',
      [{ type: 'connection_init', payload: { authorization: [init.payload.authorization] } }],
    ],
    [4403, 'with a wrong token', [{ type: 'connection_init', payload: { authorization: 'Bearer x' } }]],
    [
      4403,
      'with a token without its scheme',
      [{ type: 'connection_init', payload: { authorization: token } }],
    ],
    [4409, 'for a second operation with the same id', [init, operation('1', subscription), operation('1')]],
    [4429, 'for signing in twice', [init, init]],
  ])('with %i %s', async ([code, , messages]) => {
    const socket = await openSocket(origin)
    for (const message of messages) {
      socket.send(message)
      if (message === init) await socket.next().catch(() => 'closed')
    }
    expect(await socket.closed).toMatchObject({ code })
  })

  test.for([[[]], [['graphql-ws']], [['graphql-transport-ws-2']]])(
    'with 4406, or not opened, for the protocols %j',
    async ([protocols]) => {
      const outcome = await openSocket(origin, { protocols }).then(
        ({ closed }) => closed,
        () => ({ code: 'not opened' }),
      )
      expect([4406, 'not opened']).toContain(outcome.code)
    },
  )

  test('with 1009 for a message over 64 KB, which the server survives', async () => {
    const query = '{ __typename }'
    const fits = await openReady()
    const room =
      64 * 1_024 - JSON.stringify({ ...operation('1'), payload: { query, variables: { text: '' } } }).length
    expect(await fits.ask('1', query, { text: 'x'.repeat(room) })).toEqual({ data: { __typename: 'Query' } })
    const bursts = await openReady()
    bursts.subscribe('1', query, { text: 'x'.repeat(room + 1) })
    expect(await bursts.closed).toMatchObject({ code: 1009 })
    expect(await fits.ask('2', query)).toEqual({ data: { __typename: 'Query' } })
    fits.close()
  })

  test('with 1013 if it is a customer’s eleventh', async () => {
    const sockets = await Promise.all(Array.from({ length: 10 }, () => openSocket(origin)))
    for (const socket of sockets) expect(await socket.init(other.token)).toEqual({ type: 'connection_ack' })
    const eleventh = await openSocket(origin)
    await expect(eleventh.init(other.token)).rejects.toThrow('1013')
    sockets[0]?.close()
    await sockets[0]?.closed
    expect(await (await openReady()).ask('1', '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
    for (const socket of sockets) socket.close()
  })
})

describe('a socket stays open', () => {
  test('for other operations if one is malformed, invalid or not allowed', async () => {
    const socket = await openReady()
    socket.subscribe('live', messageAdded, { ticketId: ticket.id, after: 1 })
    await listening(origin, 1)
    const codes = new Map<string, unknown>()
    for (const [id, query] of Object.entries({
      syntax: '{',
      validation: '{ nothing }',
      unknown: 'query A { __typename } query B { __typename }',
      fragment: 'fragment a on Query { __typename }',
      long: '{ __typename '.padEnd(30_000, ','),
      foreign: `subscription { messageAdded(ticketId: "${foreign.id}") { body } }`,
    })) {
      const { errors } = await socket.ask(id, query)
      codes.set(id, errors[0].extensions)
    }
    expect(Object.fromEntries(codes)).toEqual({
      syntax: { code: 'GRAPHQL_PARSE_FAILED' },
      validation: { code: 'GRAPHQL_VALIDATION_FAILED' },
      unknown: { code: 'BAD_USER_INPUT' },
      fragment: { code: 'BAD_USER_INPUT' },
      long: { code: 'GRAPHQL_PARSE_FAILED' },
      foreign: { code: 'FORBIDDEN' },
    })
    await customer.run('reply', { ticketId: ticket.id, body: 'Still here' }, 'ticket { id }')
    expect(await socket.next()).toMatchObject({
      id: 'live',
      type: 'next',
      payload: { data: { messageAdded: { body: 'Still here' } } },
    })
    socket.close()
  })

  test('for mutations, too', async () => {
    const socket = await openReady()
    const input = { ticketId: ticket.id, position: 1 }
    const mutation =
      'mutation ($input: MarkTicketReadInput!) { markTicketRead(input: $input) { __typename } }'
    expect(await socket.ask('1', mutation, { input })).toEqual({
      data: { markTicketRead: { __typename: 'MarkTicketReadPayload' } },
    })
    socket.close()
  })

  test('with twenty concurrent operations, and refuses one more', async () => {
    const socket = await openReady()
    for (let count = 0; count < limit; count++) socket.subscribe(`${count}`, subscription)
    const refused = await socket.ask('more', '{ __typename }')
    expect(refused.errors[0].extensions).toEqual({ code: 'RATE_LIMITED' })
    socket.send({ id: '0', type: 'complete' })
    expect(await socket.ask('again', '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
    socket.close()
  })

  test('for any number of consecutive operations, even failed ones', async () => {
    const socket = await openReady()
    for (let count = 0; count < 2 * limit; count++) {
      await socket.ask(`none ${count}`, 'query A { __typename } query B { __typename }')
      await socket.ask(`foreign ${count}`, messageAdded, { ticketId: foreign.id })
      await socket.ask(`good ${count}`, '{ __typename }')
    }
    expect(await socket.ask('last', '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
    socket.close()
  })
})

describe('a socket is authenticated by its token,', () => {
  test.for(['https://evil.test', 'null', 'http://localhost'])('not by its Origin: %s', async (page) => {
    const welcome = await openSocket(origin, { origin: page })
    expect(await welcome.init(token)).toEqual({ type: 'connection_ack' })
    welcome.close()
    const unwelcome = await openSocket(origin, { origin: page })
    await expect(unwelcome.init('')).rejects.toThrow('4403')
  })

  test('not by its address or its handshake', async () => {
    const socket = await openSocket(origin, {
      headers: { authorization: `Bearer ${token}`, cookie: `token=${token}` },
    })
    socket.send({ type: 'connection_init' })
    expect(await socket.closed).toMatchObject({ code: 4403 })
  })

  test('and exists only at /graphql', async () => {
    const { port } = new URL(origin)
    const answer = await new Promise<string>((resolve) => {
      const raw = connect(Number(port), 'localhost', () =>
        raw.write(
          'GET /console HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
        ),
      )
      raw.once('data', (data) => resolve(String(data)))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  })
})
