import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { load as loadPage } from '../support/page.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { decodeGlobalID, encodeGlobalID } = await import('../../server/api/global-id.ts')
const website = await createTestWebsite(origin, rootKey)
const customer = await website.customer('jane@example.com')

test('nodes come in the order of their ids, with the selection for each type; invisible ones are null', async () => {
  const opened = 'ticket { id lastMessage { id } customer { id } }'
  const { ticket } = await customer.run('openTicket', { subject: 'Order', body: 'First' }, opened)
  const stranger = await website.customer('stranger@example.com')
  const foreign = (await stranger.run('openTicket', { subject: 'Hi', body: 'Hi' }, opened)).ticket
  const nothing = encodeGlobalID('Ticket', website.websiteId)
  const upper = encodeGlobalID('Ticket', decodeGlobalID(ticket.id).id.toUpperCase())
  const ids = [ticket.lastMessage.id, foreign.id, ticket.id, nothing, foreign.lastMessage.id, upper]
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on Ticket { subject customer { email } lastMessage { body author { ... on Customer { name } } } }
    ... on Message { body ticket { number } }
  } }`
  const shown = {
    subject: 'Order',
    customer: { email: 'jane@example.com' },
    lastMessage: { body: 'First', author: { name: 'jane@example.com' } },
  }
  expect((await customer.ask(query, { ids })).nodes).toEqual([
    { body: 'First', ticket: { number: expect.any(Number) } },
    null,
    shown,
    null,
    null,
    shown,
  ])
})

describe('the console’s files', () => {
  test('are sent compressed to browsers that accept it', async () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../client/dist/assets/manifest.json', import.meta.url), 'utf8'),
    )
    const path = `/assets/${manifest['console/main.tsx'].file}`
    const plain = await load(path, 'identity')
    const brotli = await load(path, 'gzip, deflate, br, zstd')
    const gzip = await load(path, 'gzip')
    expect([plain.encoding, brotli.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotli.vary).toMatch(/accept-encoding/i)
    expect(brotli.type).toMatch(/javascript/)
  })

  /** The bytes as sent. */
  function load(path: string, encodings: string) {
    return new Promise<{ body: Buffer; encoding?: string; vary?: string; type?: string }>(
      (resolve, reject) => {
        request(origin + path, { headers: { 'accept-encoding': encodings } }, async (response) => {
          const chunks: Buffer[] = []
          for await (const chunk of response) chunks.push(chunk)
          const { 'content-encoding': encoding, vary, 'content-type': type } = response.headers
          resolve({ body: Buffer.concat(chunks), encoding, vary, type })
        })
          .on('error', reject)
          .end()
      },
    )
  }
})

describe('metrics without a token', () => {
  test('are for programs on this machine, not for clients of a proxy on it', async () => {
    const status = async (headers: Record<string, string>) =>
      (await loadPage(`${origin}/metrics`, headers)).status
    expect(await status({})).toBe(200)
    const proxied: Record<string, string>[] = [
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { 'x-real-ip': '203.0.113.7' },
      { host: 'support.example.com' },
    ]
    for (const headers of proxied) expect(await status(headers)).toBe(403)
  })
})
