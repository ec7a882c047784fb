import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addKeys, customers, fill, longTickets } from './data.ts'
import { type Call, load } from './load.ts'
import { newDatabase } from './new-database.ts'
import { start } from './server.ts'

// The server's hot paths against the limit: the same requests and database, alternating, in one run.
const rounds = Number(process.argv[2] ?? 3)
const seconds = Number(process.argv[3] ?? 4)
const connections = 16

const url = await newDatabase()
const rootKey = randomBytes(32).toString('hex')
const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-bench-'))
const center = await start('server/index.ts', {
  DATABASE_URL: url,
  DATA_DIR: dataDir,
  SERVER_KEY: randomBytes(32).toString('hex'),
  ROOT_KEY: rootKey,
  PORT: '0',
  NODE_ENV: 'production',
  LOG_LEVEL: 'info',
})
const limit = await start('bench/limit.ts', { BENCH_DATABASE_URL: url })
const { websiteId, secret } = await createWebsite()
await fill(url, websiteId)
const tickets = await longTickets(url)
const keys = await addKeys(url, websiteId, 100)

let turn = 0
const email = () => `customer${(turn++ % customers) + 1}@example.com`
const ticket = () => tickets[turn++ % tickets.length] ?? ''
const graphql = (query: string, variables: object): Call => ({
  url: `${center.origin}/graphql`,
  method: 'POST',
  headers: { authorization: `Bearer ${keys[turn % keys.length]}`, 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
})
const globalId = (id: string) => Buffer.from(`Ticket:${id}`).toString('base64url')

const workloads: Record<string, { center: () => Call; limit: () => Call }> = {
  'open the iframe': {
    center: () => {
      const address = email()
      const hmac = createHmac('sha256', secret).update(address).digest('hex')
      const query = new URLSearchParams({ email: address, hmac })
      return {
        url: `${center.origin}/tickets/${websiteId}?${query}`,
        headers: { referer: 'https://app.acme.com/' },
      }
    },
    limit: () => ({ url: `${limit.origin}/list/${encodeURIComponent(email())}` }),
  },
  'open a ticket': {
    center: () =>
      graphql(
        `query ($id: ID!) { ticket(id: $id) { subject status messages(last: 50) { edges { node {
          id position body createdAt author { ... on Customer { name } } } } } } }`,
        { id: globalId(ticket()) },
      ),
    limit: () => ({ url: `${limit.origin}/ticket/${ticket()}` }),
  },
  reply: {
    center: () =>
      graphql(
        'mutation ($input: ReplyInput!) { reply(input: $input) { ... on ReplyPayload { newMessage { id position } } } }',
        { input: { ticketId: globalId(ticket()), body: 'Thanks' } },
      ),
    limit: () => ({ url: `${limit.origin}/reply/${ticket()}`, method: 'POST' }),
  },
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
for (const [name, { center: ours, limit: bound }] of Object.entries(workloads)) {
  const rows = {
    ours: [] as number[],
    bound: [] as number[],
    ratio: [] as number[],
    cpu: [] as number[],
    failed: 0,
  }
  for (let round = 0; round <= rounds; round++) {
    const before = center.cpu()
    const first = await load(ours, connections, seconds * 1_000)
    const used = ((center.cpu() - before) * 1_000) / (first.perSecond * seconds)
    const second = await load(bound, connections, seconds * 1_000)
    rows.failed += first.failed + second.failed
    if (round === 0) continue // a warm-up
    rows.ours.push(first.perSecond)
    rows.bound.push(second.perSecond)
    rows.ratio.push(first.perSecond / second.perSecond)
    rows.cpu.push(used)
  }
  console.log(
    `${name.padEnd(16)} ${median(rows.ours).toFixed(0).padStart(6)}/s   limit ${median(rows.bound).toFixed(0).padStart(6)}/s   ` +
      `ratio ${median(rows.ratio).toFixed(2)}   server ${median(rows.cpu).toFixed(2)} ms CPU a request   failed ${rows.failed}`,
  )
}
await center.stop()
await limit.stop()
rmSync(dataDir, { recursive: true })

async function createWebsite(): Promise<{ websiteId: string; secret: string }> {
  const response = await fetch(`${center.origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rootKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { createWebsite(input: { name: "Acme", allowedDomains: ["app.acme.com"] }) {
        ... on CreateWebsitePayload { websiteId secret } } }`,
    }),
  })
  const { data } = (await response.json()) as { data: { createWebsite: never } }
  return data.createWebsite
}
