import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { load } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const token = 'metrics-token-0123456789'
const tokenFile = join(tmpdir(), `metrics-token-${process.pid}-${Date.now()}`)
writeFileSync(tokenFile, `${token}\n`)
const { app, origin, rootKey } = await startOwnApp({ METRICS_TOKEN_FILE: tokenFile })
const website = await createTestWebsite(origin, rootKey)
const { port, hostname } = new URL(origin)
const frame = new URL(website.frameUrl('jane@example.com'))
const json = '{"query":"{__typename}"}'

/** The server's response to a text, up to the end of the connection. */
function exchange(lines: string[], body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`))
    socket.setEncoding('utf8').on('data', (text) => {
      received += text
    })
    socket.on('close', () => resolve(received)).on('error', reject)
  })
}

const post = ['POST /graphql HTTP/1.1', `Content-Length: ${json.length}`, 'Content-Type: application/json']

describe('a request for another protocol is ignored', () => {
  const upgrades = [
    ['Connection: Upgrade, HTTP2-Settings, close', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAAAAIAAAAB'],
    ['Connection: Upgrade, close', 'Upgrade: TLS/1.0'],
    ['Connection: Upgrade, close', 'Upgrade: h2c, websocket'],
  ]
  test.for(upgrades)('%s %s', async (upgrade) => {
    const asked = (first: string[], body?: string) =>
      exchange([...first, 'Host: localhost', ...upgrade], body)
    expect(await asked(post, json)).toMatch(/^HTTP\/1\.1 200 [\s\S]*{"data":{"__typename":"Query"}/)
    expect(await asked(['GET /livez HTTP/1.1'])).toMatch(/^HTTP\/1\.1 200 [\s\S]*ok$/)
    expect(await asked(['GET /nowhere HTTP/1.1'])).toMatch(/^HTTP\/1\.1 404 /)
    const document = [`GET ${frame.pathname}${frame.search} HTTP/1.1`, `Referer: ${dashboard}/`]
    expect(await asked(document)).toMatch(/^HTTP\/1\.1 200 [\s\S]*id="app"/)
  })

  test('except a WebSocket in capitals', async () => {
    const socket = await openSocket(origin, { headers: { upgrade: 'WebSocket' } })
    socket.close()
  })
})

test('a connection is kept longer than a load balancer keeps it', async () => {
  expect(app.server.keepAliveTimeout).toBe(75_000)
  const { headers } = await load(`${origin}/livez`, { connection: 'keep-alive' })
  expect(headers['keep-alive']).toBe('timeout=75')
})

describe('a request without a valid host', () => {
  test.for(['a b', '', 'localhost:x', '[::1', 'a/b', 'user@localhost', '%zz', 'a\\b', 'localhost:99999'])(
    'is refused without a stack trace: %j',
    async (host) => {
      const paths = ['/graphql', '/livez', '/tickets/x', '/console/x']
      for (const path of paths) {
        const answer = await exchange([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close'])
        expect(answer).toMatch(/^HTTP\/1\.1 400 /)
        expect(answer).not.toMatch(/node_modules|\.ts\b|at .*:\d+/)
      }
    },
  )

  test.for(['//[', 'http://[/', '/%', '/tickets/%E0%A4%A', '/console/%', '/assets/%E0%A4%A'])(
    'or malformed otherwise shows no stack trace and no internal error: %s',
    async (target) => {
      const answer = await exchange([`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close'])
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer).not.toMatch(/node_modules|\.ts\b|at .*:\d+/)
    },
  )
})

describe('security headers', () => {
  const requests: [method: string, path: string][] = [
    ['GET', '/livez'],
    ['GET', '/readyz'],
    ['GET', '/metrics'],
    ['GET', '/schema.graphql'],
    ['GET', '/favicon.ico'],
    ['GET', '/nowhere'],
    ['POST', '/nowhere'],
    ['GET', '/assets/nothing.js'],
    ['GET', '/tickets/x'],
    ['GET', '/console/x'],
    ['POST', '/console/x/session'],
    ['GET', '/mail/x'],
    ['POST', '/inbound'],
    ['GET', '/graphql?query=%7B__typename%7D'],
    ['GET', '/graphql'],
    ['OPTIONS', '/graphql'],
    ['PUT', '/graphql'],
  ]
  test.for(requests)('are on the response to %s %s', async ([method, path]) => {
    const response = await fetch(origin + path, { method, redirect: 'manual' })
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/frame-ancestors/),
      'cache-control': expect.stringMatching(/^no-store$/),
    })
    await response.body?.cancel()
  })
})

describe('metrics', () => {
  const metrics = (headers: Record<string, string>) => load(`${origin}/metrics`, headers)

  test('are available with the token', async () => {
    const read = await metrics({ authorization: `Bearer ${token}` })
    expect([read.status, read.body.includes('process_cpu')]).toEqual([200, true])
  })

  test.for(['', 'Bearer ', 'Bearer x', `Basic ${token}`, `Bearer ${token}x`, `Bearer ${token} `.repeat(2)])(
    'are not available otherwise, even on this machine: %j',
    async (authorization) => {
      const refused = await metrics(authorization ? { authorization } : {})
      expect([refused.status, refused.body.includes('process_cpu')]).toEqual([401, false])
    },
  )
})
