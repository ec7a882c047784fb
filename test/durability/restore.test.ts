import { afterAll, expect, test } from 'vitest'
import { emailVariables, startOwnApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { newEnvironment } from '../support/environment.ts'
import { idle } from '../support/jobs.ts'
import { startMailServer } from '../support/mail-server.ts'
import { load } from '../support/page.ts'
import { spawnServer } from '../support/process.ts'
import { upload } from '../support/upload.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'
import { restored } from './backup.ts'

const jane = 'jane@example.com'
const mailServer = await startMailServer()
afterAll(mailServer.down)
const settings = { ...emailVariables(mailServer.url), MAIL_DELAY_SECONDS: '0' }

const { variables, remove } = await newEnvironment()
afterAll(remove)
const lost = spawnServer({ ...variables, ...settings })
const website = await createTestWebsite(await lost.origin, variables.ROOT_KEY ?? '')
const customer = await website.customer(jane)
const opened = { subject: 'Printer', body: 'Help', attachmentIds: [await upload(customer)] }
const ticketId: string = (await customer.run('openTicket', opened, 'ticket { id }')).ticket.id
await website.key.run('reply', { ticketId, body: 'Restart it' }, '__typename')
for (const [address, count] of [
  ['ada@acme.com', 1],
  ['olaf@acme.com', 1],
  [jane, 2],
] as const)
  await mailServer.count(address, count)
const before = await everything(website.key)
await lost.stop('SIGTERM')
const sent = mailServer.emails.length

const { origin } = await startOwnApp(settings, await restored(variables))
const key = apiClient(origin, website.apiKey)

async function everything(client: Client) {
  const answer = await client.ask(`{
    website { name settings { allowedDomains { domain } operators { email } secrets { id kind } } }
    tickets(first: 10) { totalCount edges { node {
      number subject status createdAt customer { email } unreadCount
      messages(first: 10) { edges { node { position body createdAt attachments { name size } } } }
      events(first: 10) { edges { cursor node { __typename createdAt } } }
    } } }
  }`)
  const files = await client.ask('{ messages(first: 10) { edges { node { attachments { url } } } } }')
  const urls: string[] = files.messages.edges.flatMap(
    ({ node }: { node: { attachments: { url: string }[] } }) => node.attachments.map(({ url }) => url),
  )
  const read = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer()).toString('hex')
  return { answer, files: await Promise.all(urls.map(read)) }
}

test('a server over a restored backup has every ticket, event and file', async () => {
  expect(before.files).toHaveLength(1)
  expect(before.answer.tickets.totalCount).toBe(1)
  expect(await everything(key)).toEqual(before)
})

test('it reads its secrets: the dashboard’s signatures, and keys and cursors given before, are valid', async () => {
  const query = new URLSearchParams({ email: jane, hmac: hmac(jane, website.secret) })
  const page = await load(`${origin}/tickets/${website.websiteId}?${query}`, { referer: dashboard })
  expect(page.status).toBe(200)
  expect(page.body).toContain('Printer')
  const [{ node }] = before.answer.tickets.edges
  const after = node.events.edges.at(-1).cursor
  expect(await key.ask(`{ events(after: "${after}") { edges { cursor } } }`)).toEqual({
    events: { edges: [] },
  })
})

test('it sends no email again, and goes on with those that follow', async () => {
  await idle()
  expect(mailServer.emails).toHaveLength(sent)
  await key.run('reply', { ticketId, body: 'And now?' }, '__typename')
  await expect.poll(() => mailServer.emails.length).toBe(sent + 1)
  expect(mailServer.emails.at(-1)?.recipients).toEqual([jane])
})
