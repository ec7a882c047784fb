import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { messageIdOf, newPostman } from '../inbound/postman.ts'
import { emailVariables, inbound, startOwnApp } from '../support/app.ts'
import { follow, listening } from '../support/live.ts'
import { says, startScanner } from '../support/scanner.ts'
import { png, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const scanner = await startScanner()
const { app, origin, rootKey, variables } = await startOwnApp({
  ...emailVariables('smtp://127.0.0.1:9'),
  ...inbound,
  SCAN_URL: `http://scan:p%40ss@127.0.0.1:${scanner.port}/scan`,
})
const { db } = await import('../../server/database/db.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { fileAddress } = await import('../../server/attachments/signed-address.ts')
const { localId } = await import('../../server/api/global-id.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const agent = await website.operator('olaf@acme.com')

const shown = 'id name state url previewUrl'
const never = () => {}

afterEach(() => {
  scanner.answer = says(false)
})

async function openTicket(attachmentIds: string[]): Promise<string> {
  const input = { subject: 'Help', body: 'See', attachmentIds }
  return (await jane.run('openTicket', input, 'ticket { id }')).ticket.id
}
async function attachmentsOf(ticketId: string, caller = jane) {
  const query = `{ ticket(id: "${ticketId}") { lastMessage { attachments { ${shown} } } } }`
  return (await caller.ask(query)).ticket.lastMessage.attachments
}
const stateOf = async (ticketId: string) => (await attachmentsOf(ticketId))[0].state

/** Ends the pause before another attempt. */
const soon = () =>
  db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'scan-file' AND state = 'created'`

/** What an attacker could at best have: addresses signed for somebody who sees the ticket. */
async function statusesOf(id: string): Promise<number[]> {
  const row = await db.customer.findFirstOrThrow({ where: { email: 'jane@example.com' } })
  const secret = await db.signingSecret.findFirstOrThrow({
    where: { kind: 'CUSTOMER', websiteId: website.websiteId },
  })
  const viewer = {
    kind: 'customer' as const,
    id: row.id,
    websiteId: website.websiteId,
    email: row.email,
    participants: [],
    ignoredParticipants: [],
    grounds: { origin: null, secretId: secret.id },
  }
  const addresses = (['file', 'preview'] as const).map((use) =>
    fileAddress(use, localId('Attachment', id) ?? '', 'a.png', viewer as never),
  )
  return Promise.all(addresses.map(async (address) => (await fetch(address)).status))
}

describe('a file is', () => {
  test('pending until the scanner has answered, and then opens', async () => {
    const answer = Promise.withResolvers<void>()
    scanner.answer = (response) => answer.promise.then(() => says(false)(response))
    const id = await upload(jane)
    const ticket = await openTicket([id])
    for (const caller of [jane, agent])
      expect(await attachmentsOf(ticket, caller)).toMatchObject([
        { state: 'PENDING', url: null, previewUrl: null },
      ])
    expect(await statusesOf(id)).toEqual([404, 404])
    const states = 'ticket { lastMessage { attachments { state } } }'
    const changes = follow(agent, `subscription { ticketChanged { ${states} } }`)
    await listening(origin, 1)
    answer.resolve()
    // That it was opened may be reported first.
    await changes.until(
      (items) => items.at(-1)?.ticketChanged.ticket.lastMessage.attachments[0].state === 'CLEAN',
    )
    await changes.close()
    const [{ state, url }] = await attachmentsOf(ticket)
    expect(state).toBe('CLEAN')
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(png())
    expect(await statusesOf(id)).toEqual([200, 200])
    const { bytes, headers } = scanner.scanned.at(-1) ?? {}
    expect(bytes).toEqual(png())
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(png().length),
      authorization: `Basic ${Buffer.from('scan:p@ss').toString('base64')}`,
    })
  })

  test('never served if it is infected, and its bytes are deleted', async () => {
    scanner.answer = says(true)
    const id = await upload(jane)
    const row = () => db.attachment.findUniqueOrThrow({ where: { id: localId('Attachment', id) ?? '' } })
    await expect.poll(async () => (await row()).state).toBe('INFECTED')
    // Its sender may not know yet.
    const ticket = await openTicket([id])
    for (const caller of [jane, agent])
      expect(await attachmentsOf(ticket, caller)).toMatchObject([
        { state: 'INFECTED', url: null, previewUrl: null },
      ])
    expect(await statusesOf(id)).toEqual([404, 404])
    const due = await db.fileToDelete.findMany({ where: { dueAt: { lte: new Date() } } })
    const pathOf = (key: string) => join(variables.DATA_DIR ?? '', 'files', key.slice(-2), key)
    expect(due.map(({ key }) => existsSync(pathOf(key)))).toEqual([true, true])
    await deleteFiles()
    expect(due.map(({ key }) => existsSync(pathOf(key)))).toEqual([false, false])
  })

  test('pending as long as nobody understands what the scanner answers', async () => {
    const answers: Parameters<typeof scanner.answer>[0][] = []
    scanner.answer = (response) => {
      const attempt = answers.push(response)
      if (attempt === 1) says(false, 500)(response)
      else if (attempt === 2) response.end('<h1>Welcome</h1>')
      else if (attempt === 3) response.end('{"infected":"no"}')
      else if (attempt === 4) response.writeHead(302, { location: '/' }).end()
      else if (attempt === 5) response.destroy()
      else says(false)(response)
    }
    const ticket = await openTicket([await upload(jane)])
    for (let attempt = 1; attempt <= 5; attempt++) {
      await expect.poll(() => soon().then(() => answers.length), { timeout: 60_000 }).toBe(attempt)
      expect(await stateOf(ticket)).toBe('PENDING')
    }
    await expect.poll(() => soon().then(() => answers.length), { timeout: 60_000 }).toBe(6)
    await expect.poll(() => stateOf(ticket), { timeout: 60_000 }).toBe('CLEAN')
  })

  test('scanned later if the scanner is down', async () => {
    await scanner.down()
    const before = scanner.scanned.length
    const ticket = await openTicket([await upload(jane)])
    const job = () => db.$queryRaw<{ due: number }[]>`
      SELECT count(*)::int AS due FROM pgboss.job WHERE name = 'scan-file' AND start_after > now() AND state = 'created'`
    await expect.poll(async () => (await job())[0]?.due, { timeout: 60_000 }).toBe(1)
    expect(await stateOf(ticket)).toBe('PENDING')
    await scanner.up()
    await expect.poll(() => stateOf(ticket), { timeout: 60_000 }).toBe('CLEAN')
    expect(scanner.scanned.length).toBe(before + 1)
  })

  test('scanned when it comes by email, too', async () => {
    scanner.answer = never
    const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
    const ticket = await openTicket([])
    const raw = [
      `Message-ID: <${crypto.randomUUID()}@example.com>`,
      'From: jane@example.com',
      'Content-Type: multipart/mixed; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'See the picture'],
      ...['--b', 'Content-Disposition: attachment; filename="a.png"', 'Content-Type: image/png'],
      ...['Content-Transfer-Encoding: base64', '', png().toString('base64'), '--b--', ''],
    ].join('\r\n')
    const before = scanner.scanned.length
    await send(await replyAddress(ticket, 'jane@example.com'), Buffer.from(raw), 'jane@example.com')
    await settled(messageIdOf(raw))
    await expect.poll(() => scanner.scanned.length).toBe(before + 1)
    expect(await attachmentsOf(ticket)).toMatchObject([{ name: 'a.png', state: 'PENDING', url: null }])
    scanner.answer = says(true)
    await scanner.down()
    await scanner.up()
    await expect.poll(() => stateOf(ticket), { timeout: 60_000 }).toBe('INFECTED')
  })
})
