import { expect, test } from 'vitest'
import { startReceiving } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'
import { messageIdOf, mime, newPostman } from './postman.ts'

const { app, origin, rootKey } = await startReceiving()
const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID, encodeGlobalID } = await import('../../server/api/global-id.ts')
const website = await createTestWebsite(origin, rootKey)
await website.key.run('updateWebsite', { followUpAfterDays: 7 }, '__typename')
const jane = await website.customer('jane@example.com')
const ada = await website.operator()

/** A ticket that was solved a month ago, and the address for replies to its emails. */
async function solvedTicket() {
  const { ticket } = await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, 'ticket { id }')
  const id = ticket.id as string
  const to = await replyAddress(id, 'jane@example.com')
  await ada.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  const solvedAt = new Date(Date.now() - 30 * 24 * 60 * 60_000)
  await db.ticket.update({ where: { id: decodeGlobalID(id).id }, data: { solvedAt } })
  return { id, to }
}

async function followUps(id: string) {
  const query = `query ($id: ID!) { ticket(id: $id) { status messageCount followUps {
    id status messages(first: 9) { edges { node { via body quotedText author { ... on Customer { email } } attachments { name } } } }
  } } }`
  const { ticket } = await ada.ask(query, { id })
  expect(ticket).toMatchObject({ status: 'SOLVED', messageCount: 1 })
  return ticket.followUps
}

test('a reply by email to a ticket that was solved too long ago opens one that continues it', async () => {
  const { id, to } = await solvedTicket()
  const file = ['Content-Type: multipart/mixed; boundary=b']
  const parts = [
    '--b\r\nContent-Type: text/plain\r\n\r\nIt broke',
    '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nE42',
    '--b--',
  ]
  const raw = mime({ to, header: file, body: parts.join('\r\n') })
  await send(to, raw)
  const row = await settled(messageIdOf(raw))
  expect(row).toMatchObject({ state: 'POSTED', messageId: expect.any(String) })
  const node = {
    via: 'EMAIL',
    body: 'It broke',
    author: { email: 'jane@example.com' },
    attachments: [{ name: 'log.txt' }],
  }
  expect(await followUps(id)).toMatchObject([{ status: 'OPEN', messages: { edges: [{ node }] } }])
})

test('a long reply by email to it becomes several messages of one ticket', async () => {
  const { id, to } = await solvedTicket()
  const raw = mime({ to, body: `Line ${'word '.repeat(19)}.\r\n`.repeat(400) })
  await send(to, raw)
  await settled(messageIdOf(raw))
  const [followUp, ...others] = await followUps(id)
  expect(others).toEqual([])
  expect(followUp.messages.edges.length).toBeGreaterThan(1)
})

test('a quarantined email to it opens one when the team accepts it, once', async () => {
  const { id, to } = await solvedTicket()
  const raw = mime({ to, from: 'jane@home.example', body: 'It broke' })
  await send(to, raw, 'jane@home.example')
  const row = await settled(messageIdOf(raw))
  expect(row).toMatchObject({ state: 'QUARANTINED' })
  const email = { id: encodeGlobalID('QuarantinedEmail', row.id) }
  const payload = 'newMessage { body } ticket { id followUpOf { id } }'
  const first = await ada.run('acceptQuarantinedEmail', email, payload)
  expect(first).toMatchObject({ newMessage: { body: 'It broke' }, ticket: { followUpOf: { id } } })
  expect(await ada.run('acceptQuarantinedEmail', email, payload)).toEqual(first)
  expect(await followUps(id)).toMatchObject([{ id: first.ticket.id }])
})
