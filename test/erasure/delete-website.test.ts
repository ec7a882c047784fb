import { expect, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { rowId, startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import { linesWith } from './search.ts'

const { db, origin, rootKey, company, server, variables } = await startReceivingEmails()
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { storage } = await import('../../server/attachments/storage/storage.ts')
const { transaction } = await import('../../server/database/db.ts')
const { endAccess } = await import('../../server/erasure/end-access.ts')
const { sendEmail } = await import('../../server/notifications/sending/send.ts')
const root = apiClient(origin, rootKey)

test('deleting a website leaves nothing of it, and nothing else is touched', async () => {
  const [website, other] = [await company(), await company()]
  const customer = await website.customer('jane@example.com')
  const attachmentIds = [await upload(customer)]
  await website.open('jane@example.com', { attachmentIds })
  await website.reply(await website.open('joe@example.com'), 'Restart it')
  const kept = await other.open('jane@example.com')
  await idle()
  const { websiteId } = website
  const { key } = await db.attachment.findFirstOrThrow({ where: { websiteId } })

  expect(await website.team.attempt('deleteWebsite', { confirm: other.websiteId })).toMatchObject({
    __typename: 'InvalidInput',
  })
  expect(
    await website.team.run('deleteWebsite', { confirm: ` ${websiteId.toUpperCase()} ` }, 'websiteId'),
  ).toMatchObject({ websiteId })
  expect((await website.team.send('{ website { name } }')).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  )
  await idle()
  await deleteFiles()
  expect(
    (await linesWith(websiteId, variables.DATABASE_URL)).filter((line) => !line.includes('delete-website')),
  ).toEqual([])
  expect(await storage().read(key ?? '')).toBeNull()
  expect((await other.team.ask(`{ ticket(id: "${kept}") { subject } }`)).ticket.subject).toBe('Printer')
})

test('emails of a deleted website that are queued are not sent', async () => {
  const website = await company()
  const id = await website.open('jane@example.com')
  await idle()
  const email = await db.email.findFirstOrThrow({ where: { thread: { ticketId: rowId(id) } } })
  await db.email.update({ where: { id: email.id }, data: { state: 'QUEUED', sentAt: null } })
  const before = server.to('jane@example.com').length
  // As it is between the mutation and its job.
  await transaction((tx) => endAccess(tx, website.websiteId))
  expect(await sendEmail({ mailId: email.id }, origin)).toBe('done')
  expect(await db.email.findUnique({ where: { id: email.id } })).toMatchObject({
    state: 'SKIPPED',
    failure: 'The website was deleted',
  })
  expect(server.to('jane@example.com')).toHaveLength(before)
})

test('the root key deletes any website, and says if there is none', async () => {
  const { websiteId } = await company()
  expect(await root.run('deleteWebsite', { confirm: websiteId }, 'websiteId')).toMatchObject({ websiteId })
  await idle()
  expect(await root.attempt('deleteWebsite', { confirm: websiteId })).toMatchObject({
    __typename: 'NotFound',
  })
})
