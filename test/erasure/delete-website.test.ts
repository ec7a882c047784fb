import { expect, test } from 'vitest'
import { apiClient } from '../support/client.ts'
import { startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import { linesWith } from './search.ts'

const { db, origin, rootKey, company, variables } = await startReceivingEmails()
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { storage } = await import('../../server/attachments/storage/storage.ts')
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

test('the root key deletes any website, and says if there is none', async () => {
  const { websiteId } = await company()
  expect(await root.run('deleteWebsite', { confirm: websiteId }, 'websiteId')).toMatchObject({ websiteId })
  await idle()
  expect(await root.attempt('deleteWebsite', { confirm: websiteId })).toMatchObject({
    __typename: 'NotFound',
  })
})
