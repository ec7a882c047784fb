import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { load } from '../support/page.ts'
import { openSocket } from '../support/raw-socket.ts'

const { app, origin } = await startOwnApp({
  DEMO: 'on',
  SMTP_URL: 'smtp://someone:password@127.0.0.1:1',
  MAIL_FROM: 'tickets@acme.com',
  PUBLIC_URL: 'https://demo.acme.com',
})
const { port } = app.server.address() as { port: number }
const local = `http://127.0.0.1:${port}`
const { createRoutes } = await import('../../server/routes.ts')
const { demoKey, demoWebsiteId } = await import('../../server/demo/website.ts')

test('the demo’s mailbox explains that emails are sent by SMTP', async () => {
  const { status, body, headers } = await load(`${local}/demo/mail`)
  expect(status).toBe(200)
  expect(body).toContain('Emails are sent by SMTP')
  expect(body).not.toContain('password')
  expect(headers.refresh).toBeUndefined()
})

describe('the demo', () => {
  const { routes } = createRoutes({ publicOrigin: () => origin, isReady: async () => true })
  const paths = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
  const filled = paths.map((path) =>
    path
      .replace(':websiteId', demoWebsiteId)
      .replace(/(?<=\/):\w+(?:\{[^}]*\})?|\*/g, (name) =>
        name.includes('urn') ? 'urn:crisp.im:ticket-center:0' : randomUUID(),
      ),
  )

  test.for([...filled, '/graphql', '/graphql?query={__typename}', '/unknown'])(
    'answers %s only to this machine’s names and PUBLIC_URL’s',
    async (path) => {
      expect(filled).toContain('/demo/console')
      for (const host of [
        `localhost:${port}`,
        '127.0.0.1',
        `[::1]:${port}`,
        'demo.acme.com',
        'DEMO.acme.com:443',
      ]) {
        expect((await load(local + path, { host })).status).not.toBe(421)
      }
      for (const host of [
        `rebind.evil.test:${port}`,
        '192.168.1.2',
        'demo.acme.com.evil.test',
        'localhost.evil.test',
        'x@y',
      ]) {
        const { status, body } = await load(local + path, { host, accept: 'text/html' })
        expect([host, status, body]).toEqual([
          host,
          expect.toBeOneOf([400, 421]),
          expect.not.stringContaining('tck_'),
        ])
      }
    },
  )

  test('opens no WebSocket under another name', async () => {
    await expect(openSocket(local, { headers: { host: 'rebind.evil.test' } })).rejects.toThrow('421')
    ;(await openSocket(local)).close()
  })
})

describe('GraphiQL', () => {
  const accept = 'text/html,application/xhtml+xml'

  test('cannot be read by other pages', async () => {
    for (const page of ['http://evil.test', 'null', origin]) {
      const { headers, body } = await load(`${local}/graphql`, { accept, origin: page })
      expect(body.includes(demoKey() ?? '?')).toBe(true)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })

  test('is sent compressed', async () => {
    const plain = await load(`${local}/graphql`, { accept })
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(`${local}/graphql`, { headers: { accept, 'accept-encoding': encoding } })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect((await response.text()) === plain.body).toBe(true)
    }
  })
})
