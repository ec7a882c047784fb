import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { announce, png, put, upload } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

// A customer can pay for some eight writes.
const { origin, rootKey } = await startOwnApp({ COST_PER_MINUTE: '0.02' })
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey)

test('uploads and files cost points of the viewer their addresses were signed for', async () => {
  const jane = await website.customer('jane@example.com')
  const attachmentIds = [await upload(jane)]
  const input = { subject: 'Help', body: 'Please', attachmentIds }
  const opened = await jane.run('openTicket', input, 'ticket { lastMessage { attachments { url } } }')
  const { url } = opened.ticket.lastMessage.attachments[0]
  const waiting = await announce(jane)
  let response = await fetch(url)
  for (let read = 0; response.status === 200 && read < 200; read++) response = await fetch(url)
  for (const refused of [response, await put(waiting.url, png())]) {
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(await db.attachment.count({ where: { key: null } })).toBe(1)
})
