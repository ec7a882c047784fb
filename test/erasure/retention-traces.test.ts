import { expect, test } from 'vitest'
import { messageIdOf, mime, newPostman } from '../inbound/postman.ts'
import { inbound, startOwnApp } from '../support/app.ts'
import { rowId } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'
import { filesWith, linesWith } from './search.ts'

const { origin, rootKey, variables } = await startOwnApp({ ...inbound, WEBHOOK_ALLOW_PRIVATE: 'on' })
const { db } = await import('../../server/database/db.ts')
const { applyRetention } = await import('../../server/erasure/retention.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { post, replyAddress, settled } = await newPostman(origin, 0)

/** In everything that anybody wrote, and in the address of a participant; authors are kept. */
const mark = 'zanzibar'
const jane = 'jane@example.com'
const bob = 'bob@example.com'
/** Never writes, and so is no customer. */
const carol = `${mark}.carol@example.com`
const dataDir = variables.DATA_DIR ?? ''

/** A solved ticket with everything that a ticket can have. */
async function fill(website: TestWebsite): Promise<string> {
  const { websiteId, key } = website
  await db.website.update({
    where: { id: websiteId },
    data: { participantsEnabled: true, emailDelaySeconds: 0 },
  })
  const team = await website.operator()
  const { category } = await team.run('createCategory', { name: 'Hardware' }, 'category { id }')
  const field = { categoryId: category.id, name: 'serial', label: 'Serial number', type: 'TEXT' }
  await team.run('createCategoryField', field, '__typename')
  const customer = await website.customer(jane, { participants: [bob, carol] })
  const file = { name: `${mark}.csv`, bytes: Buffer.from(`name\n${mark}\n`), type: 'text/csv' }
  const opening = {
    subject: `${mark} subject`,
    body: `${mark} body`,
    categoryId: category.id,
    fields: [{ name: 'serial', value: mark }],
    attachmentIds: [await upload(customer, file)],
  }
  const { ticket } = await customer.run('openTicket', opening, 'ticket { id }')
  const ticketId: string = ticket.id
  await team.run('reply', { ticketId, body: `${mark} reply` }, '__typename')
  await team.run('addNote', { ticketId, body: mark, attachmentIds: [await upload(team, file)] }, '__typename')
  await key.run('proposeReply', { ticketId, body: `${mark} proposal` }, '__typename')
  for (const [to, from] of [
    [await replyAddress(ticketId, jane), jane],
    [await replyAddress(ticketId, bob, 'PARTICIPANT'), bob],
    [await replyAddress(ticketId, jane), 'evil@example.com'],
  ]) {
    const raw = mime({ to: to ?? '', from: from ?? '', body: `${mark} email\r\n\r\n> ${mark} quoted` })
    expect(await post(raw)).toBeLessThan(300)
    await settled(messageIdOf(raw))
  }
  await team.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
  await customer.run('rateTicket', { ticketId, score: 'BAD', comment: mark }, '__typename')
  await customer.run('saveDraft', { ticketId, body: `${mark} draft` }, '__typename')
  await idle()
  return ticketId
}

test('nothing that was written in a ticket is left in the database and the data folder once it is too old', async () => {
  const receiver = await startReceiver()
  // Some receivers respond with what they got.
  receiver.set('/hook', (response) => response.end(mark))
  const website = await createTestWebsite(origin, rootKey)
  const types = ['MESSAGE_POSTED', 'NOTE_ADDED', 'REPLY_PROPOSED', 'TICKET_RATED', 'PARTICIPANT_ADDED']
  await website.key.run('createWebhookEndpoint', { url: receiver.url('/hook'), events: types }, '__typename')
  const id = rowId(await fill(website))
  expect((await linesWith(mark, variables.DATABASE_URL)).length).toBeGreaterThan(20)
  expect(filesWith(dataDir, mark).length).toBeGreaterThan(4)

  await website.key.run('updateWebsite', { retentionMonths: 6, retentionAction: 'ERASE' }, '__typename')
  const solvedAt = new Date(Date.now() - 200 * 24 * 60 * 60_000)
  await db.ticket.update({ where: { id }, data: { solvedAt } })
  await applyRetention()
  await idle()
  await deleteFiles()
  expect(await linesWith(mark, variables.DATABASE_URL)).toEqual([])
  expect(filesWith(dataDir, mark)).toEqual([])
  const kept = await db.ticket.findUniqueOrThrow({ where: { id }, include: { customer: true } })
  expect([kept.subject, kept.customer.email]).toEqual(['[…]', jane])
})
