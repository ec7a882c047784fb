import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { newAddress } from '../support/page.ts'

const { origin } = await startOwnApp({ TRUST_PROXY: '127.0.0.1,::1' })
const { hostname, port } = new URL(origin)

/** What the server answers to this text, until it closes the connection. */
function answerTo(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part
    })
    socket.on('error', reject).on('close', () => resolve(answer))
  })
}

const upgrade = (method = 'GET', more: object = {}) => {
  const headers = {
    host: 'localhost',
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version': '13',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...more,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} /graphql HTTP/1.1\r\n${lines.join('')}\r\n`
}

const secure = [
  'x-content-type-options: nosniff',
  'referrer-policy: no-referrer',
  'cache-control: no-store',
  "content-security-policy: default-src 'none'; frame-ancestors 'none'",
]

describe('a connection is refused with the headers of every answer', () => {
  test.for<[what: string, text: string, status: number]>([
    ['that is not HTTP', 'NONSENSE\r\n\r\n', 400],
    ['with a head that is too long', `GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['whose head does not arrive', 'GET / HTTP/1.1\r\n', 408],
    ['with a wrong key for a socket', upgrade('GET', { 'sec-websocket-key': 'x' }), 400],
    ['with another version of WebSockets', upgrade('GET', { 'sec-websocket-version': '7' }), 400],
    ['that asks for a socket by POST', upgrade('POST'), 405],
  ])('%s', async ([, text, status]) => {
    const answer = await answerTo(text)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`))
    expect(answer.toLowerCase().split('\r\n')).toEqual(expect.arrayContaining(secure))
  })

  test('of an address with too many sockets', async () => {
    const from = newAddress()
    const open = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname, () => socket.write(upgrade('GET', from)))
      return socket
    })
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.once('data', resolve))))
    const answer = await answerTo(upgrade('GET', from))
    for (const socket of open) socket.destroy()
    expect(answer).toMatch(/^HTTP\/1\.1 429 /)
    expect(answer.toLowerCase().split('\r\n')).toEqual(expect.arrayContaining([...secure, 'retry-after: 10']))
  })
})
