import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBucket } from '../support/bucket-server.ts'
import { announce, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const store = await startBucket()
const { origin, rootKey, variables } = await startOwnApp({ STORAGE_URL: store.url })
const { db } = await import('../../server/database/db.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const website = await createTestWebsite(origin, rootKey)
const jane = await website.customer('jane@example.com')

async function nothingLeft() {
  await deleteFiles()
  expect(store.objects()).toEqual([])
}

describe('in a bucket, a file', () => {
  test('is stored, served and deleted as on a disk', async () => {
    const bytes = Buffer.concat([png(), Buffer.alloc(3_000_000)])
    const attachmentIds = [await upload(jane, { bytes })]
    const input = { subject: 'Help', body: 'Please', attachmentIds }
    const selection = 'ticket { number lastMessage { attachments { url previewUrl width } } }'
    const { ticket } = await jane.run('openTicket', input, selection)
    const [{ url, previewUrl, width }] = ticket.lastMessage.attachments
    const response = await fetch(url)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(previewUrl)).headers.get('content-type')).toBe('image/webp')
    expect(width).toBe(4)
    expect(store.objects()).toHaveLength(2)
    expect(existsSync(join(variables.DATA_DIR ?? '', 'files'))).toBe(false)
    await db.ticket.deleteMany({ where: { number: ticket.number } })
    await nothingLeft()
  })

  describe('that is refused leaves nothing:', () => {
    afterEach(nothingLeft)

    test('a program', async () => {
      const bytes = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff', 'hex'), Buffer.alloc(100_000)])
      const { url } = await announce(jane, { bytes })
      expect((await put(url, bytes)).status).toBe(415)
    })

    test('one that is smaller than announced', async () => {
      const { url } = await announce(jane, { size: 500_000 })
      expect((await put(url, Buffer.concat([png(), Buffer.alloc(200_000)]))).status).toBe(400)
    })

    test('one that is cut in the middle', async () => {
      const bytes = Buffer.concat([png(), Buffer.alloc(500_000)])
      const { url } = await announce(jane, { bytes })
      const { pathname, search, port } = new URL(url)
      const socket = connect({ host: '127.0.0.1', port: Number(port) })
      const head = `PUT ${pathname}${search} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${bytes.length}\r\n\r\n`
      socket.write(head)
      socket.write(bytes.subarray(0, 300_000))
      await expect.poll(store.objects).toHaveLength(1)
      socket.destroy()
      const due = () => db.fileToDelete.count({ where: { dueAt: { lte: new Date() } } })
      await expect.poll(due).toBe(1)
    })
  })

  test('is not taken while the store refuses, and afterwards is', async () => {
    const { url } = await announce(jane)
    store.refuse(true)
    expect((await put(url, png())).status).toBe(503)
    store.refuse(false)
    expect((await put(url, png())).status).toBe(204)
  })
})
