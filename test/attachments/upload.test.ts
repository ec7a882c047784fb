import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { statements } from '../support/statements.ts'
import { announce, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const agent = await website.operator('olaf@acme.com')
const files = join(variables.DATA_DIR ?? '', 'files')

const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
const shown = 'id name size type state url previewUrl width height'
const reply = async (attachmentIds: string[], more = {}) =>
  (
    await jane.run(
      'reply',
      { ticketId: ticket.id, body: 'See', attachmentIds, ...more },
      `newMessage { id attachments { ${shown} } }`,
    )
  ).newMessage
const lastOf = async (caller: typeof jane) =>
  (await caller.ask(`{ ticket(id: "${ticket.id}") { lastMessage { id attachments { ${shown} } } } }`)).ticket
    .lastMessage

describe('an uploaded file', () => {
  test('is attached to a reply, and everybody in the conversation can download it', async () => {
    const id = await upload(jane, { name: 'Bild “1”.png' })
    const { attachments } = await reply([id])
    expect(attachments).toMatchObject([
      { id, name: 'Bild “1”.png', size: png().length, type: 'image/png', state: 'CLEAN' },
    ])
    for (const caller of [jane, agent, website.key]) {
      const [{ url }] = (await lastOf(caller)).attachments
      const response = await fetch(url)
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer())).toEqual(png())
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(png().length),
        'content-disposition': `attachment; filename="Bild ?1?.png"; filename*=UTF-8''Bild%20%E2%80%9C1%E2%80%9D.png`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
      })
    }
  })

  test('comes with a new ticket, several in the order of the ids', async () => {
    const attachmentIds = [
      await upload(jane, { name: 'b.png' }),
      await upload(jane, { name: 'a.csv', bytes: Buffer.from('a,b\n') }),
    ]
    const payload = `ticket { messages { edges { node { attachments { ${shown} } } } } }`
    const opened = await jane.run('openTicket', { subject: 'Two', body: 'Files', attachmentIds }, payload)
    const [{ node }] = opened.ticket.messages.edges
    expect(node.attachments.map(({ id, type }: Record<string, string>) => [id, type])).toEqual([
      [attachmentIds[0], 'image/png'],
      [attachmentIds[1], 'text/csv'],
    ])
  })

  test('is attached once, and a repeat of the reply returns the first message', async () => {
    const id = await upload(jane)
    const first = await reply([id], { idempotencyKey: 'once' })
    expect((await reply([id], { idempotencyKey: 'once' })).id).toBe(first.id)
    const before = await db.message.count()
    const again = await jane.attempt('reply', { ticketId: ticket.id, body: 'See', attachmentIds: [id] })
    expect(again).toMatchObject({ __typename: 'InvalidInput' })
    expect(await db.message.count()).toBe(before)
    expect((await lastOf(jane)).id).toBe(first.id)
  })

  test('has an address that stays the same for as long as pages read it', async () => {
    const { attachments } = await reply([await upload(jane)])
    const again = (await lastOf(jane)).attachments
    expect(again).toEqual(attachments)
  })

  test('is readable only by the server’s user', async () => {
    await upload(jane)
    expect(statSync(files).mode & 0o777).toBe(0o700)
    for (const folder of readdirSync(files)) {
      for (const name of readdirSync(join(files, folder)))
        expect(statSync(join(files, folder, name)).mode & 0o777).toBe(0o600)
    }
  })
})

test('a conversation without attachments is read without looking for any', async () => {
  const opened = await jane.run('openTicket', { subject: 'None', body: 'Please' }, 'ticket { id }')
  const sent = statements()
  await jane.ask(
    `{ ticket(id: "${opened.ticket.id}") { messages { edges { node { attachments { name } } } } } }`,
  )
  expect(sent().filter(({ text }) => text.includes('"Message"'))).toHaveLength(1)
  expect(sent().filter(({ text }) => /FROM .*"Attachment"/.test(text) && !text.includes('CASE'))).toEqual([])
})

test('the frame’s preflight is answered for any origin, without credentials', async () => {
  const { url } = await announce(jane)
  const asked = { origin: 'null', 'access-control-request-method': 'PUT' }
  const response = await fetch(url, { method: 'OPTIONS', headers: asked })
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-methods')).toBe('PUT')
  expect(response.headers.get('access-control-allow-headers')).toBe('content-type')
  expect(response.headers.has('access-control-allow-credentials')).toBe(false)
  const sent = await put(url, png(), { origin: 'null', 'content-type': 'image/png' })
  expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
})

test('files are announced with a size from 1 byte to 25 MB', async () => {
  for (const size of [0, -1, 25_000_001]) {
    const result = await jane.attempt('createUpload', { name: 'a', type: '', size })
    expect(result).toMatchObject({ __typename: 'InvalidInput' })
  }
  expect(existsSync(files)).toBe(true)
})

test('a message has at most ten, each once', async () => {
  const id = await upload(jane)
  const eleven = Array.from({ length: 11 }, () => id)
  for (const attachmentIds of [eleven, [id, id], ['nonsense']]) {
    const result = await jane.attempt('reply', { ticketId: ticket.id, body: 'See', attachmentIds })
    expect(result).toMatchObject({ __typename: 'InvalidInput' })
  }
})

test('a customer can upload 250 MB within a day', async () => {
  const greedy = await website.customer('greedy@example.com')
  const input = { name: 'a', type: '', size: 25_000_000 }
  for (let made = 0; made < 10; made++) await greedy.run('createUpload', input, '__typename')
  expect(await greedy.attempt('createUpload', { ...input, size: 1 })).toMatchObject({
    __typename: 'LimitReached',
    message: 'You can upload at most 250 MB in 24 hours',
  })
  await jane.run('createUpload', input, '__typename')
})
