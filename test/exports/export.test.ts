import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { apiClient, type Client } from '../support/client.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { sha256 } = await import('../../server/keys/keys.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { forgetExports } = await import('../../server/exports/forget-exports.ts')
const { storage } = await import('../../server/attachments/storage/storage.ts')
const { rowId } = await import('../support/emailing.ts')

const jane = 'jane@example.com'
const joe = 'joe@example.com'
const fields = 'export { id state url expiresAt }'

async function fresh(): Promise<TestWebsite & { ticketId: string }> {
  const website = await createTestWebsite(origin, rootKey)
  const customer = await website.customer(jane, { nickname: 'Jane' })
  const input = { subject: '=HYPERLINK("x")', body: 'It is,\n"on fire"' }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  await website.key.run('reply', { ticketId: ticket.id, body: 'Restart it' }, '__typename')
  return { ...website, ticketId: ticket.id }
}

/** Requests an export, and waits until it is complete. */
async function exported(client: Client, mutation: string, input: object) {
  const { export: queued } = await client.run(mutation, { ...input }, fields)
  expect(queued).toMatchObject({ state: 'QUEUED', url: null, expiresAt: null })
  await idle()
  const { node } = await client.ask(
    `query ($id: ID!) { node(id: $id) { ... on Export { id state url expiresAt } } }`,
    { id: queued.id },
  )
  expect(node.state).toBe('READY')
  return node as { id: string; url: string; expiresAt: string }
}

async function isStored(key: string | null): Promise<boolean> {
  const file = await storage().read(key ?? '')
  file?.bytes.destroy()
  return file !== null
}

const linesOf = async (url: string) =>
  (await (await fetch(url)).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('an export', () => {
  test('has every ticket and message, one object per line', async () => {
    const { key } = await fresh()
    const { url } = await exported(key, 'createExport', { format: 'JSONL' })
    expect(await linesOf(url)).toMatchObject([
      { type: 'ticket', number: 1, status: 'PENDING', customer: { email: jane, nickname: 'Jane' } },
      { type: 'message', position: 1, author: { kind: 'CUSTOMER', email: jane }, body: 'It is,\n"on fire"' },
      { type: 'message', position: 2, author: { kind: 'INTEGRATION', name: 'Acme' }, body: 'Restart it' },
    ])
  })

  test('is a table without formulas as CSV', async () => {
    const { key } = await fresh()
    const { url } = await exported(key, 'createExport', { format: 'CSV' })
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [names, ...rows] = (await response.text()).trimEnd().split('\r\n')
    expect(names).toMatch(/^ticket_number,ticket_id,subject,/)
    expect(rows.length).toBe(2)
    for (const row of rows) expect(row).toContain(`,"'=HYPERLINK(""x"")",`)
    expect(rows[0]).toContain('"It is,\n""on fire"""')
  })

  test('has only what has changed since a time', async () => {
    const { key, ticketId } = await fresh()
    const since = new Date(Date.now() + 60_000)
    expect(
      await (await fetch((await exported(key, 'createExport', { format: 'JSONL', since })).url)).text(),
    ).toBe('')
    await db.ticket.update({ where: { id: rowId(ticketId) }, data: { updatedAt: since } })
    const { url } = await exported(key, 'createExport', { format: 'JSONL', since })
    expect((await linesOf(url)).length).toBe(3)
  })

  test('is served like a file: saved, never shown', async () => {
    const { key } = await fresh()
    const { url } = await exported(key, 'createExport', { format: 'JSONL' })
    const { headers } = await fetch(url, { method: 'HEAD' })
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="?tickets-\d{4}-\d\d-\d\d\.jsonl"?$/,
      ),
      'cache-control': 'private, no-store',
    })
    const altered = new URL(url)
    altered.searchParams.set('grant', `${altered.searchParams.get('grant')}x`)
    expect((await fetch(altered)).status).toBe(404)
  })

  test('is for keys with EXPORT, as long as they have it', async () => {
    const { websiteId } = await fresh()
    const text = `tck_export_${websiteId}`
    const data = { websiteId, name: 'E', hash: sha256(text), scopes: ['EXPORT' as const] }
    const { id } = await db.apiKey.create({ data })
    const { url } = await exported(apiClient(origin, text), 'createExport', { format: 'JSONL' })
    expect((await fetch(url)).status).toBe(200)
    await db.apiKey.update({ where: { id }, data: { revokedAt: new Date() } })
    expect((await fetch(url)).status).toBe(404)
  })

  test('is visible to nobody else', async () => {
    const { key, customer, operator } = await fresh()
    const { id } = await exported(key, 'createExport', { format: 'JSONL' })
    const foreign = await createTestWebsite(origin, rootKey)
    for (const client of [await customer(jane), await operator('olaf@acme.com'), foreign.key]) {
      expect((await client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull()
    }
  })

  test('is deleted with its bytes once it has expired', async () => {
    const { key, websiteId } = await fresh()
    const { url, expiresAt } = await exported(key, 'createExport', { format: 'JSONL' })
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 23 * 60 * 60_000)
    const { key: stored } = await db.export.findFirstOrThrow({ where: { websiteId } })
    expect(await isStored(stored)).toBe(true)
    await db.export.updateMany({ where: { websiteId }, data: { expiresAt: new Date() } })
    expect((await fetch(url)).status).toBe(404)
    await forgetExports()
    await deleteFiles()
    expect(await isStored(stored)).toBe(false)
  })

  test('can be requested every hour: of those that are ready, the newest 50 are kept', async () => {
    const { key, websiteId } = await fresh()
    const expiresAt = new Date(Date.now() + 60_000)
    const keys = Array.from({ length: 60 }, (_, at) => `${websiteId}-${at}`)
    for (const key of keys) await db.export.create({ data: { websiteId, format: 'CSV', key, expiresAt } })
    const { id } = await exported(key, 'createExport', { format: 'CSV' })
    const kept = await db.export.findMany({ where: { websiteId }, orderBy: { id: 'asc' } })
    expect(kept.map(({ key }) => key).slice(0, -1)).toEqual(keys.slice(-49))
    expect(kept.at(-1)?.id).toBe(rowId(id))
    expect(await db.fileToDelete.count({ where: { key: { in: keys } } })).toBe(11)
  })

  test('of a person has their tickets, and of other people’s only what they wrote', async () => {
    const { key, websiteId, customer } = await fresh()
    await db.website.update({ where: { id: websiteId }, data: { participantsEnabled: true } })
    const friend = await customer(joe, { participants: [jane] })
    const { ticket } = await friend.run('openTicket', { subject: 'Secret', body: 'Of Joe' }, 'ticket { id }')
    const guest = await customer(jane)
    await guest.run('reply', { ticketId: ticket.id, body: 'I see' }, '__typename')
    const attachmentIds = [await upload(guest)]
    await guest.run('reply', { ticketId: ticket.id, body: 'Look', attachmentIds }, '__typename')
    await guest.run('saveDraft', { ticketId: ticket.id, body: 'Unsent' }, '__typename')
    const left = await friend.run('openTicket', { subject: 'Hidden', body: 'Of Joe' }, 'ticket { id }')
    await guest.run('removeParticipant', { ticketId: left.ticket.id, email: jane }, '__typename')
    const thread = { websiteId, ticketId: rowId(ticket.id), email: jane }
    const { id: threadId } =
      (await db.emailThread.findFirst({ where: thread })) ??
      (await db.emailThread.create({ data: { ...thread, role: 'PARTICIPANT' } }))
    const text = 'Sent from elsewhere'
    await db.inboundEmail.create({ data: { threadId, state: 'QUARANTINED', text, raw: Buffer.from(text) } })
    const { url } = await exported(key, 'exportCustomer', { email: 'JANE@example.com' })
    const lines = await linesOf(url)
    expect(lines.map(({ type, number, body }) => [type, number ?? body])).toEqual([
      ['customer', undefined],
      ['ticket', 1],
      ['message', 'It is,\n"on fire"'],
      ['message', 'Restart it'],
      ['ticket', 2],
      ['message', 'I see'],
      ['message', 'Look'],
      ['formerParticipation', undefined],
      ['draft', 'Unsent'],
      ['quarantinedEmail', undefined],
      ['file', undefined],
    ])
    expect(lines.at(-2).text).toBe(text)
    expect(lines.at(-1)).toMatchObject({
      name: expect.any(String),
      mediaType: expect.stringContaining('/'),
      messageId: lines[6].id,
    })
    const { key: stored } = await db.attachment.findFirstOrThrow({ where: { websiteId } })
    const file = await storage().read(stored ?? '')
    expect(lines.at(-1).base64).toBe(file && (await buffer(file.bytes)).toString('base64'))
    expect(JSON.stringify(lines)).not.toMatch(/Secret|Hidden|Of Joe/)
    const rows = await db.auditEvent.findMany({ where: { websiteId, action: 'exportCustomer' } })
    expect(JSON.stringify(rows)).not.toContain(jane)
  })
})
