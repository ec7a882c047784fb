import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { load } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const { port, hostname } = new URL(origin)

/** The first line of the response to these lines. */
function statusOf(...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.setEncoding('utf8').on('data', (text) => {
      received += text
    })
    socket.on('close', () => resolve(received.split('\r\n')[0] ?? '')).on('error', reject)
  })
}

describe('a path with a trailing slash does not exist:', () => {
  test.for(['/graphql/', '/livez/', '/readyz/', '/schema.graphql/'])('%s', async (path) => {
    const response = await fetch(origin + path, { method: 'POST', body: '{"query":"{__typename}"}' })
    expect([response.status, response.headers.get('location')]).toEqual([404, null])
  })

  test('the iframe’s', async () => {
    const url = website.frameUrl('jane@example.com').replace('?', '/?')
    expect(await load(url, { referer: `${dashboard}/` })).toMatchObject({ status: 404 })
  })
})

describe('a valid host is accepted:', () => {
  test.for([
    '[::1]:8080',
    'my_host',
    'support.acme.com.',
    'LOCALHOST',
    'xn--mller-kva.example',
    '127.0.0.1:1',
  ])('%s', async (host) => {
    for (const path of ['/livez', '/graphql?query=%7B__typename%7D'])
      expect(await statusOf(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close')).toBe(
        'HTTP/1.1 200 OK',
      )
  })

  test('but a missing one is not', async () => {
    expect(await statusOf('GET /livez HTTP/1.1', 'Connection: close')).toBe('HTTP/1.1 400 Bad Request')
    expect(await statusOf('GET /livez HTTP/1.0')).toBe('HTTP/1.1 400 Bad Request')
    expect(await statusOf('GET /livez HTTP/1.0', 'Host: localhost')).toBe('HTTP/1.1 200 OK')
  })
})
