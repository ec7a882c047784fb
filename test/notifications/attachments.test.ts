import { expect, test } from 'vitest'
import { someone, startEmailing } from '../support/emailing.ts'
import { png, upload } from '../support/upload.ts'

const { company, idle, server } = await startEmailing()
const { db } = await import('../../server/database/db.ts')

const text = (size: number) => Buffer.alloc(size, 'a line of a long log\n')

test('small files go out with an email, large ones are named with a link to the ticket', async () => {
  const { open, team } = await company()
  const jane = someone('jane')
  const ticketId = await open(jane)
  await idle()
  const attachmentIds = [
    await upload(team, { name: 'picture.png', bytes: png() }),
    await upload(team, { name: 'large.log', bytes: text(2_500_000) }),
    await upload(team, { name: 'small.log', bytes: text(30_000) }),
  ]
  await team.run('reply', { ticketId, body: 'See these', attachmentIds }, '__typename')
  await idle()
  const email = server.to(jane).at(-1)
  expect(email?.attachments.map(({ filename, contentType, size }) => [filename, contentType, size])).toEqual([
    ['picture.png', 'image/png', png().length],
    ['small.log', 'text/plain', 30_000],
  ])
  expect(email?.text).toContain('See these')
  expect(email?.text).toMatch(/📎 large\.log \(2\.5\u00a0MB\): \S+/)
  expect(email?.text).not.toContain('small.log')
})

test('an email that shows no message has no files', async () => {
  const { open, team } = await company()
  const jane = someone('jane')
  const ticketId = await open(jane)
  await idle()
  await team.run('updateEmailSettings', { content: 'LINK_ONLY' }, '__typename')
  const attachmentIds = [await upload(team, { name: 'picture.png', bytes: png() })]
  await team.run('reply', { ticketId, body: 'See this', attachmentIds }, '__typename')
  await idle()
  expect(server.to(jane).at(-1)?.attachments).toEqual([])
})

test('a file that has not been scanned yet is only named, and an infected one is not', async () => {
  const { open, team } = await company()
  const jane = someone('jane')
  const ticketId = await open(jane)
  await idle()
  const attachmentIds = [
    await upload(team, { name: 'waiting.png' }),
    await upload(team, { name: 'infected.png' }),
  ]
  await db.attachment.updateMany({ where: { name: 'waiting.png' }, data: { state: 'PENDING' } })
  await db.attachment.updateMany({ where: { name: 'infected.png' }, data: { state: 'INFECTED' } })
  await team.run('reply', { ticketId, body: 'See these', attachmentIds }, '__typename')
  await idle()
  const email = server.to(jane).at(-1)
  expect(email?.attachments).toEqual([])
  expect(email?.text).toMatch(/📎 waiting\.png \(1\u00a0kB\): \S+/)
  expect(email?.text).not.toContain('infected.png')
})

test('the size of a file is in the language of the email', async () => {
  const { open, team } = await company()
  const jane = someone('jane')
  const ticketId = await open(jane)
  await idle()
  await db.customer.updateMany({ where: { email: jane }, data: { locale: 'ar' } })
  const attachmentIds = [await upload(team, { name: 'large.log', bytes: text(2_500_000) })]
  await team.run('reply', { ticketId, body: 'See this', attachmentIds }, '__typename')
  await idle()
  expect(server.to(jane).at(-1)?.text).toContain('2.5\u00a0م.ب')
})
