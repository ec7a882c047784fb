import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { measureReplies } = await import('../../server/messages/measure-replies.ts')
const { key, websiteId, customer } = await createTestWebsite(origin, rootKey)
const jane = await customer('jane@example.com')

async function median() {
  await measureReplies()
  return (await db.website.findUniqueOrThrow({ where: { id: websiteId } })).medianFirstReplySeconds
}

/** A ticket whose first reply took this long; null for one that the team opened. */
async function answeredAfter(seconds: number | null) {
  const input = { subject: 'Help', body: 'Please' }
  const { ticket } =
    seconds === null
      ? await key.run('openTicket', { ...input, customerEmail: 'jane@example.com' }, 'ticket { number }')
      : await jane.run('openTicket', input, 'ticket { id number }')
  if (seconds === null) return
  await jane.run('reply', { ticketId: ticket.id, body: 'Hello?' }, '__typename')
  for (const body of ['Yes', 'And more']) await key.run('reply', { ticketId: ticket.id, body }, '__typename')
  const where = { ticket: { websiteId, number: ticket.number } }
  const { createdAt } = await db.message.findFirstOrThrow({ where: { ...where, position: 3 } })
  const opened = new Date(createdAt.getTime() - seconds * 1_000)
  await db.ticket.updateMany({ where: where.ticket, data: { createdAt: opened } })
}

test('the usual time until the first reply is the median of tickets that customers opened lately', async () => {
  for (const seconds of [60, 10, 7_200, null]) await answeredAfter(seconds)
  expect(await median(), 'of too few').toBeNull()
  for (const seconds of [120, 30 * 86_400 + 60, 240]) await answeredAfter(seconds)
  expect(await median(), 'of five, and an old one').toBe(120)
  await answeredAfter(180)
  expect(await median(), 'of an even number').toBe(150)
})

test('everybody on the website sees it', async () => {
  const read = '{ website { medianFirstReplySeconds } }'
  for (const caller of [jane, key]) {
    await expect.poll(async () => (await caller.ask(read)).website.medianFirstReplySeconds).toBe(150)
  }
})
