import { request } from 'node:http'
import { serverAudits } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const { token } = await website.openSession('jane@example.com')
const authorization = `Bearer ${token}`
const url = `${origin}/graphql`

const openTicket = 'mutation { openTicket(input: { subject: "Hi", body: "Hi" }) { __typename } }'
const json = JSON.stringify({ query: openTicket })

describe('a mutation is not executed', () => {
  test.for<[name: string, status: number, path: string, init: RequestInit]>([
    ['by GET', 405, `?query=${encodeURIComponent(openTicket)}`, {}],
    ['as a form', 415, '', { method: 'POST', body: new URLSearchParams({ query: openTicket }) }],
    ['as a multipart form', 415, '', { method: 'POST', body: multipart() }],
    ['as text', 415, '', { method: 'POST', body: json }],
    [
      'as text called JSON',
      415,
      '',
      { method: 'POST', headers: { 'content-type': 'text/plain; application/json' }, body: json },
    ],
    [
      'as application/graphql',
      415,
      '',
      { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: openTicket },
    ],
    [
      'as JSON with another name',
      415,
      '',
      { method: 'POST', headers: { 'content-type': 'application/json-patch+json' }, body: json },
    ],
    ['as bytes without a type', 415, '', { method: 'POST', body: new Uint8Array(Buffer.from(json)) }],
    ['by PUT', 405, '', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: json }],
    [
      'in a batch',
      400,
      '',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: `[${json},${json}]` },
    ],
  ])('%s: %i', async ([, status, path, init]) => {
    const headers = { authorization, origin: 'https://evil.test', ...(init.headers as object) }
    const response = await fetch(url + path, { ...init, headers })
    expect(response.status).toBe(status)
    expect((await response.json()).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' })
    expect(await db.ticket.count({ where: { websiteId: website.websiteId } })).toBe(0)
  })

  test('except as JSON by POST; a query also by GET', async () => {
    const headers = { authorization, 'content-type': 'Application/JSON; charset=UTF-8' }
    const written = await fetch(url, { method: 'POST', headers, body: json })
    expect([written.status, await written.json()]).toEqual([
      200,
      { data: { openTicket: { __typename: 'OpenTicketPayload' } }, extensions: expect.any(Object) },
    ])
    const read = await fetch(`${url}?query={tickets{totalCount}}`, { headers: { authorization } })
    expect([read.status, await read.json()]).toEqual([
      200,
      { data: { tickets: { totalCount: 1 } }, extensions: expect.any(Object) },
    ])
  })
})

test.for(['variables={', 'extensions=x', 'variables=[]', 'variables=1', 'variables=%E0%A4', 'extensions=[]'])(
  'an address with malformed JSON is refused: %s',
  async (malformed) => {
    const response = await fetch(`${url}?query={__typename}&${malformed}`)
    expect(response.status).toBe(400)
    expect((await response.json()).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' })
  },
)

function multipart(): FormData {
  const form = new FormData()
  form.set('operations', json)
  form.set('map', '{}')
  return form
}

/** The response, read to the end: its connection would keep the server from closing. */
async function load(init: RequestInit, path = '') {
  const response = await fetch(url + path, init)
  await response.arrayBuffer()
  return response
}

describe('a page of any origin', () => {
  test.for(['https://evil.test', 'null', 'http://localhost:3000'])(
    'may call, but sends no credentials on its own: %s',
    async (page) => {
      const preflight = {
        method: 'OPTIONS',
        headers: {
          origin: page,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      }
      const call = {
        method: 'POST',
        headers: { origin: page, 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      }
      const refused = { method: 'POST', headers: { origin: page, 'content-type': 'text/plain' }, body: '{}' }
      for (const init of [preflight, call, refused]) {
        const { headers } = await load(init)
        expect(headers.get('access-control-allow-origin')).toBe('*')
        expect(headers.get('access-control-allow-credentials')).toBeNull()
        expect(headers.get('set-cookie')).toBeNull()
      }
      const { status, headers } = await load(preflight)
      expect([status, headers.get('access-control-allow-headers')]).toEqual([
        204,
        'authorization, content-type',
      ])
    },
  )

  test('gets responses that cannot be cached', async () => {
    const { headers } = await load({}, '?query={__typename}')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('may not frame GraphiQL', async () => {
    const { headers } = await load({ headers: { accept: 'text/html' } })
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  })
})

describe('a body', () => {
  const limit = 512 * 1_024
  const bodyOf = (length: number) => {
    const start = `{"query":"{ __typename }","variables":{"text":"`
    return `${start}${'x'.repeat(length - start.length - 3)}"}}`
  }

  /** The status of the response to a body, with or without Content-Length. */
  function post(body: string, declared: boolean): Promise<number | undefined> {
    const headers = { 'content-type': 'application/json', ...(declared && { 'content-length': body.length }) }
    return new Promise((resolve, reject) => {
      const call = request(url, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode)
        call.destroy()
      }).on('error', reject)
      if (!declared) call.flushHeaders()
      call.end(body)
    })
  }

  test.for([true, false])(
    'of 512 KB is accepted, and refused with one byte more; with Content-Length: %s',
    async (declared) => {
      expect(await post(bodyOf(limit), declared)).toBe(200)
      expect(await post(bodyOf(limit + 1), declared)).toBe(413)
    },
  )

  test.for([
    '{"query"',
    'null',
    '1',
    '"{ __typename }"',
    '{}',
    '{"query":1}',
    '{"query":"{ __typename }","variables":"x"}',
    '',
  ])('that is no request is refused with a sentence: %s', async (body) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect([200, 400]).toContain(response.status)
    const { errors } = await response.json()
    expect(errors.map(({ extensions }: { extensions: object }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT' },
    ])
  })
})

test('the endpoint conforms to the GraphQL over HTTP specification', async () => {
  const results = await Promise.all(serverAudits({ url }).map((audit) => audit.fn()))
  const bad = results
    .filter(({ status }) => status !== 'ok')
    .map((result) => `${result.status}: ${result.name}${'reason' in result ? ` (${result.reason})` : ''}`)
  expect(results.length).toBeGreaterThan(50)
  expect(bad).toEqual([])
})
