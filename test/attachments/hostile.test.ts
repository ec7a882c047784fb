import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { announce, beginUpload, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, variables } = await startOwnApp()
const { db } = await import('../../server/database/db.ts')
const { deleteFiles, forgetOldUploads } = await import('../../server/attachments/delete-files.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

const selection = 'ticket { lastMessage { attachments { name type url previewUrl } } }'
async function attached(file: { name: string; bytes: Uint8Array; type?: string }) {
  const input = { subject: 'Help', body: 'Please', attachmentIds: [await upload(jane, file)] }
  return (await jane.run('openTicket', input, selection)).ticket.lastMessage.attachments[0]
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

describe('what a browser could run is only ever saved:', () => {
  test.for<[string, string | Buffer, string]>([
    ['page.html', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['page.png', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['drawing.svg', svg, 'text/plain'],
    ['drawing.png', `<?xml version="1.0"?>${svg}`, 'text/plain'],
    ['page.xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'text/plain'],
    ['script.js', 'alert(1)', 'text/plain'],
    ['shell.pht', '<?php system($_GET[1]);', 'text/plain'],
    [
      'picture and page.html',
      Buffer.concat([png(), Buffer.from(`<script>alert(1)</script>${svg}`)]),
      'image/png',
    ],
  ])('%s', async ([name, content, type]) => {
    const bytes = Buffer.from(content)
    const file = await attached({ name, bytes, type: 'image/png' })
    const response = await fetch(file.url)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    if (type === 'text/plain') expect(file.previewUrl).toBeNull()
  })
})

describe('a file’s name', () => {
  test('cannot reverse the text around it', async () => {
    const { name, url } = await attached({ name: 'photo\u202Egnp.exe', bytes: png() })
    expect(name).toBe('photognp.exe')
    const disposition = (await fetch(url)).headers.get('content-disposition')
    expect(disposition).toBe('attachment; filename=photognp.exe')
  })

  test('may have 255 bytes', async () => {
    const long = `${'語'.repeat(84)}.x`
    const { name, url } = await attached({ name: `${'語'.repeat(300)}.x`, bytes: Buffer.from('text') })
    expect(name).toBe(long)
    const disposition = (await fetch(url)).headers.get('content-disposition')
    expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent(long)}`)
  })
})

test('an upload may take its time, as long as it brings 16 kB a second', async () => {
  const bytes = Buffer.concat([png(), Buffer.alloc(260_000)])
  const { url } = await announce(jane, { bytes })
  const { socket, answer } = beginUpload(url, bytes.length)
  for (let at = 0; at < bytes.length; at += 10_000) {
    socket.write(bytes.subarray(at, at + 10_000))
    await setTimeout(500)
  }
  expect(await answer).toBe('HTTP/1.1 204')
  socket.destroy()
})

test('a customer can announce 500 files a day; what is never attached stops counting', async () => {
  const greedy = await website.customer('greedy@example.com')
  const { id, websiteId } = await db.customer.findFirstOrThrow({ where: { email: 'greedy@example.com' } })
  const row = { websiteId, customerId: id, name: 'a', size: 1, type: '' }
  await db.attachment.createMany({ data: Array.from({ length: 499 }, () => row) })
  const input = { name: 'a', type: '', size: 1 }
  const both = await Promise.all([1, 2].map(() => greedy.attempt('createUpload', input)))
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CreateUploadPayload', 'LimitReached'])
  const createdAt = new Date(Date.now() - 25 * 60 * 60_000)
  await db.attachment.updateMany({ where: { customerId: id }, data: { createdAt } })
  await forgetOldUploads()
  expect(await db.attachment.count({ where: { customerId: id } })).toBe(0)
  await greedy.run('createUpload', input, '__typename')
})

test('an upload to the address of another customer’s file is theirs, not the sender’s', async () => {
  const john = await website.customer('john@example.com')
  const { id, url } = await announce(john)
  expect((await put(url, png())).status).toBe(204)
  const input = { subject: 'Help', body: 'Please', attachmentIds: [id] }
  expect(await jane.attempt('openTicket', input)).toMatchObject({ __typename: 'InvalidInput' })
})

test.for(['a message', 'a customer'])('the bytes go with %s', async (what) => {
  const other = await createTestWebsite(origin, rootKey)
  const customer = await other.customer('jane@example.com')
  const attachmentIds = [await upload(customer)]
  await customer.run('openTicket', { subject: 'Help', body: 'Please', attachmentIds }, '__typename')
  const { websiteId } = other
  const { key } = await db.attachment.findFirstOrThrow({ where: { websiteId } })
  const folder = join(variables.DATA_DIR ?? '', 'files', key?.slice(-2) ?? '')
  expect(readdirSync(folder)).toContain(key)
  if (what === 'a message') await db.message.deleteMany({ where: { ticket: { websiteId } } })
  else {
    await db.ticket.deleteMany({ where: { websiteId } })
    await db.customer.deleteMany({ where: { websiteId } })
  }
  await deleteFiles()
  expect(readdirSync(folder)).not.toContain(key)
})
