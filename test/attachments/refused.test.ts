import { existsSync, globSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { announce, beginUpload, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const { deleteFiles, forgetOldUploads } = await import('../../server/attachments/delete-files.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')
const john = await website.customer('john@example.com')
const { ticket } = await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
const stored = () =>
  globSync('**/*', { cwd: join(variables.DATA_DIR ?? '', 'files') }).filter((path) => path.includes('/'))
const yesterday = new Date(Date.now() - 25 * 60 * 60_000)

/** Nothing is left of what this test has uploaded, a day later at the latest. */
async function nothingLeft() {
  await db.attachment.updateMany({ where: { messageId: null }, data: { createdAt: yesterday } })
  await forgetOldUploads()
  await deleteFiles()
  expect(await db.attachment.count()).toBe(0)
  expect(await db.fileToDelete.count()).toBe(0)
  expect(stored()).toEqual([])
}

afterEach(nothingLeft)

describe('an upload is refused, and leaves nothing:', () => {
  test('larger than announced', async () => {
    const { url } = await announce(jane, { size: 10 })
    expect((await put(url, png())).status).toBe(413)
  })

  test('larger than announced, without saying so', async () => {
    const { url } = await announce(jane, { size: 70_000 })
    const body = new Blob([Buffer.from(png()), new Uint8Array(70_000)]).stream()
    const sent = fetch(url, { method: 'PUT', body, duplex: 'half' } as RequestInit)
    expect(
      await sent.then(
        ({ status }) => status,
        () => 'closed',
      ),
    ).toBe(413)
  })

  test('smaller than announced', async () => {
    const { url } = await announce(jane, { size: 1_000 })
    expect((await put(url, png())).status).toBe(400)
  })

  test('cut in the middle; the address still takes the whole file', async () => {
    const bytes = Buffer.concat([png(), Buffer.alloc(200_000)])
    const { id, url } = await announce(jane, { bytes })
    const { pathname, search, port } = new URL(url)
    const socket = connect({ host: '127.0.0.1', port: Number(port) }).on('error', () => {})
    socket.write(
      `PUT ${pathname}${search} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    )
    socket.write(bytes.subarray(0, 150_000))
    await expect.poll(stored).toHaveLength(1)
    socket.destroy()
    await expect.poll(stored).toEqual([])
    expect((await put(url, bytes)).status).toBe(204)
    await jane.run('reply', { ticketId: ticket.id, body: 'See', attachmentIds: [id] }, '__typename')
    await db.attachment.deleteMany()
  })

  test('too slow', async () => {
    const bytes = Buffer.concat([png(), Buffer.alloc(300_000)])
    const { url } = await announce(jane, { bytes })
    const { socket, answer } = beginUpload(url, bytes.length)
    const dripping = setInterval(() => socket.write(Buffer.alloc(1_000)), 500)
    expect(await answer).toBe('HTTP/1.1 408')
    clearInterval(dripping)
    socket.destroy()
  })

  test('without a signature, with that of another file, or too late', async () => {
    const { url, id } = await announce(jane)
    const other = await announce(john)
    const address = new URL(url)
    const grant = address.searchParams.get('grant') ?? ''
    const [head, payload = '', mac] = grant.split('.')
    const { exp, ...claims } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const later = Buffer.from(JSON.stringify({ ...claims, exp: exp + 1 })).toString('base64url')
    for (const wrong of [
      `${address.origin}${address.pathname}`,
      `${address.origin}${address.pathname}?grant=${new URL(other.url).searchParams.get('grant')}`,
      `${address.origin}${address.pathname}?grant=${head}.${later}.${mac}`,
      `${address.origin}/uploads/${id}?grant=${grant}`,
    ]) {
      expect((await put(wrong, png())).status).toBe(403)
    }
    const { signJwt } = await import('../../server/identity/jwt.ts')
    const { keys } = await import('../../server/keys/keys.ts')
    const expired = signJwt(claims, 'upload', new Date(Date.now() - 1_000), keys().session)
    const late = await put(`${address.origin}${address.pathname}?grant=${expired}`, png())
    expect(late.status).toBe(403)
  })

  test('after it has arrived', async () => {
    const { url } = await announce(jane)
    const both = await Promise.all([put(url, png()), put(url, png())])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
    expect((await put(url, png())).status).toBe(409)
  })

  test('of a type that the website does not allow', async () => {
    const program = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff', 'hex'), Buffer.alloc(100_000)])
    const { url } = await announce(jane, { name: 'a.png', type: 'image/png', bytes: program })
    const response = await put(url, program)
    expect([response.status, await response.text()]).toEqual([
      415,
      'Files of the type application/x-msdownload are not accepted',
    ])
    await website.key.run('updateWebsite', { attachmentTypes: ['text/*'] }, '__typename')
    const { url: picture } = await announce(jane)
    expect((await put(picture, png())).status).toBe(415)
    await website.key.run('updateWebsite', { attachmentTypes: ['image/*'] }, '__typename')
    expect((await put(picture, png())).status).toBe(204)
    const wrong = await website.key.attempt('updateWebsite', { attachmentTypes: ['png'] })
    expect(wrong).toMatchObject({ __typename: 'InvalidInput' })
  })

  test('by a customer whose session has ended', async () => {
    const { url } = await announce(john)
    await db.signingSecret.updateMany({
      where: { websiteId: website.websiteId },
      data: { retiresAt: new Date() },
    })
    await expect.poll(async () => (await put(url, png())).status).toBe(403)
    await db.signingSecret.updateMany({ where: { websiteId: website.websiteId }, data: { retiresAt: null } })
    await expect.poll(async () => (await jane.send('{ viewer { __typename } }')).errors).toBeUndefined()
  })
})

test('another customer’s upload cannot be attached, nor one that has not arrived', async () => {
  const waiting = await announce(jane)
  const before = await db.message.count()
  for (const [id, problem] of [
    [await upload(john), 'another customer’s'],
    [waiting.id, 'not arrived'],
  ]) {
    const result = await jane.attempt('reply', {
      ticketId: ticket.id,
      body: 'See',
      attachmentIds: [await upload(jane), id],
    })
    expect(result, problem).toMatchObject({ __typename: 'InvalidInput' })
  }
  expect(await db.message.count()).toBe(before)
})

test('the bytes are deleted with their message, however that is deleted', async () => {
  const id = await upload(jane)
  const opened = await jane.run(
    'openTicket',
    { subject: 'a', body: 'b', attachmentIds: [id] },
    'ticket { number }',
  )
  // Itself, and its preview.
  expect(stored()).toHaveLength(2)
  expect(existsSync(join(variables.DATA_DIR ?? '', 'files'))).toBe(true)
  await db.ticket.deleteMany({ where: { number: opened.ticket.number } })
  await deleteFiles()
  expect(stored()).toEqual([])
})
