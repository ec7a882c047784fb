import { expect, test } from 'vitest'
import { messageIdOf, mime, newPostman } from '../inbound/postman.ts'
import { rowId, startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'

const { db, origin, company, inboundPort } = await startReceivingEmails()
const { replyAddress, settled } = await newPostman(origin, inboundPort)

const jane = 'jane@example.com'
const joe = 'joe@example.com'
type Company = Awaited<ReturnType<typeof company>>

const erase = ({ team }: Company) => team.run('eraseCustomer', { email: jane }, '__typename')

test('another person’s email that was still waiting is posted, and what it quotes is erased then', async () => {
  const website = await company()
  const id = await website.open(jane, { participants: [joe] })
  const to = await replyAddress(id, joe, 'PARTICIPANT')
  const quoted = 'On Mon, Nov 30, 2026 at 10:00 AM Jane <jane@example.com> wrote:\r\n> It is on fire'
  const raw = mime({ to, from: joe, body: `Mine, too\r\n\r\n${quoted}` })
  // It has arrived, but its job has not run yet.
  const thread = await db.emailThread.findFirstOrThrow({ where: { ticketId: rowId(id), email: joe } })
  const waiting = { threadId: thread.id, raw: Buffer.from(raw), messageIdHeader: messageIdOf(raw) }
  const { id: inboundMailId } = await db.inboundEmail.create({ data: waiting, select: { id: true } })
  await erase(website)
  await idle()

  const { transaction } = await import('../../server/database/db.ts')
  const { enqueue } = await import('../../server/jobs/jobs.ts')
  await transaction((tx) => enqueue(tx, 'inbound-mail', { inboundMailId }))
  expect((await settled(messageIdOf(raw))).message).toMatchObject({
    body: 'Mine, too',
    quotedText: expect.stringContaining('fire'),
  })
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'finish-erasure' AND state < 'active'`
  await idle()
  const row = await db.inboundEmail.findUniqueOrThrow({
    where: { id: inboundMailId },
    include: { message: true },
  })
  expect(row).toMatchObject({ raw: new Uint8Array(), message: { body: 'Mine, too', quotedText: null } })
})

test('webhooks that were written by a process with another clock are erased, too', async () => {
  const website = await company()
  const id = await website.open(jane)
  await idle()
  const { websiteId } = website
  const endpoint = { websiteId, url: 'https://hooks.example/', secret: new Uint8Array(), enabled: false }
  const { id: endpointId } = await db.webhookEndpoint.create({ data: { ...endpoint, position: 0 } })
  const { id: eventId } = await db.ticketEvent.findFirstOrThrow({ where: { ticketId: rowId(id) } })
  const createdAt = new Date(Date.now() + 60_000)
  await db.ticketEvent.update({ where: { id: eventId }, data: { createdAt } })
  const sent = { requestBody: '{"body":"It is on fire"}', responseBody: 'fire', state: 'DELIVERED' as const }
  const delivery = await db.webhookDelivery.create({ data: { websiteId, endpointId, eventId, ...sent } })
  await erase(website)
  expect(await db.webhookDelivery.findUnique({ where: { id: delivery.id } })).toMatchObject({
    requestBody: null,
    responseBody: null,
  })
})

test('a webhook that was being sent is erased once that has ended', async () => {
  const website = await company()
  const id = await website.open(jane)
  await idle()
  const { websiteId } = website
  const endpoint = { websiteId, url: 'https://hooks.example/', secret: new Uint8Array(), enabled: false }
  const { id: endpointId } = await db.webhookEndpoint.create({ data: { ...endpoint, position: 0 } })
  const { id: eventId } = await db.ticketEvent.findFirstOrThrow({ where: { ticketId: rowId(id) } })
  const delivery = await db.webhookDelivery.create({ data: { websiteId, endpointId, eventId } })
  await erase(website)
  await idle()
  // Its attempt had read the ticket before, and records what it sent.
  const sent = { requestBody: '{"body":"It is on fire"}', responseBody: 'fire', state: 'DELIVERED' as const }
  await db.webhookDelivery.update({ where: { id: delivery.id }, data: sent })
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'finish-erasure' AND state < 'active'`
  await idle()
  expect(await db.webhookDelivery.findUnique({ where: { id: delivery.id } })).toMatchObject({
    requestBody: null,
    responseBody: null,
  })
})

test('nothing that they write at the same moment survives', async () => {
  const website = await company()
  const id = await website.open(jane)
  const customer = await website.customer(jane)
  const writes = Array.from({ length: 12 }, (_, at) =>
    at % 2 === 0
      ? customer.send('mutation ($i: ReplyInput!) { reply(input: $i) { __typename } }', {
          i: { ticketId: id, body: 'Marmalade' },
        })
      : customer.send('mutation ($i: OpenTicketInput!) { openTicket(input: $i) { __typename } }', {
          i: { subject: 'Marmalade', body: 'Marmalade' },
        }),
  )
  await Promise.all([...writes, erase(website)])
  const { websiteId } = website
  const words = { contains: 'marmalade', mode: 'insensitive' } as const
  expect(await db.message.count({ where: { ticket: { websiteId }, body: words } })).toBe(0)
  expect(await db.ticket.count({ where: { websiteId, subject: words } })).toBe(0)
  expect(await db.customer.count({ where: { websiteId, email: jane } })).toBe(0)
})
