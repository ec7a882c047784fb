import { expect } from 'vitest'
import { messageIdOf, mime, newPostman } from '../inbound/postman.ts'
import { apiClient, type Client } from '../support/client.ts'
import { rowId } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'
import type { TestWebsite } from '../support/website.ts'

/** Everything of the person contains it, and nothing of anybody else. */
export const mark = 'zanzibar'
export const jane = `${mark}.jane@example.com`
export const bob = 'bob@example.com'
/** What others wrote, which stays. */
export const staying = [
  'Please restart it',
  'Mine is slow, too',
  'Seen it before',
  'Is it raining?',
  'The lost case',
]

const csv = Buffer.from(`name\n${mark}bytes\n`)
const files = (client: Client) =>
  upload(client, { name: `${mark}.csv`, bytes: csv, type: 'text/csv' }).then((id) => [id])

/** Lets one person use every feature that stores words or addresses, beside Bob and the team. */
export async function fill(website: TestWebsite, webhookUrl: string): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  const { websiteId, key } = website
  await db.website.update({
    where: { id: websiteId },
    data: { participantsEnabled: true, emailDelaySeconds: 0 },
  })
  await key.run('createWebhookEndpoint', { url: webhookUrl }, '__typename')
  const team = await website.operator()
  const { category } = await team.run('createCategory', { name: 'Hardware' }, 'category { id }')
  const field = { categoryId: category.id, name: 'serial', label: 'Serial number', type: 'TEXT' }
  await team.run('createCategoryField', field, '__typename')

  const more = { nickname: `${mark} Quill`, locale: `en-x-${mark}`, participants: [bob] }
  const customer = await website.customer(jane, more)
  await website.customer(bob)
  const referer = { referer: `https://${mark}.example/help`, 'sec-fetch-dest': 'iframe' }
  await (await fetch(website.frameUrl(jane), { headers: referer })).text()

  const ticketId = await ownTicket(customer, team, category.id)
  await othersTicket(website, customer)
  await ticketsByTheTeam(website, team, customer)
  await emails(website, team, ticketId)
  await imported(website)
  await followUp(customer)
  await traces(website)
  await idle()
}

/** A ticket of hers with files, values, a draft and an answer. */
async function ownTicket(customer: Client, team: Client, categoryId: string): Promise<string> {
  const { ticket } = await customer.run(
    'openTicket',
    {
      subject: `${mark}subject`,
      body: `My ${mark}body https://${mark}.test/ is on fire`,
      categoryId,
      fields: [{ name: 'serial', value: `${mark}value` }],
      attachmentIds: await files(customer),
      idempotencyKey: `${mark}-open`,
    },
    'ticket { id }',
  )
  await team.run('reply', { ticketId: ticket.id, body: staying[0] }, '__typename')
  await customer.run('saveDraft', { ticketId: ticket.id, body: `${mark}draft` }, '__typename')
  await files(customer)
  return ticket.id
}

/** Tickets of Bob's: she follows one and writes in it, and has left another. */
async function othersTicket(website: TestWebsite, customer: Client): Promise<void> {
  const following = await website.customer(bob, { participants: [jane] })
  const open = () => following.run('openTicket', { subject: 'Slow', body: staying[1] }, 'ticket { id }')
  const { ticket } = await open()
  await customer.run(
    'reply',
    { ticketId: ticket.id, body: `${mark}guest`, attachmentIds: await files(customer) },
    '__typename',
  )
  const left = (await open()).ticket.id
  await customer.run('removeParticipant', { ticketId: left, email: jane }, '__typename')
}

/** Tickets that the team opened for her: one she rates, one is opened by a program with her address in its key. */
async function ticketsByTheTeam(website: TestWebsite, team: Client, customer: Client): Promise<void> {
  const idempotencyKey = `for-${jane}`
  const input = { subject: staying[4], body: staying[2], customerEmail: jane, idempotencyKey }
  const { ticket } = await website.key.run('openTicket', input, 'ticket { id }')
  await team.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, '__typename')
  await customer.run(
    'rateTicket',
    { ticketId: ticket.id, score: 'BAD', comment: `${mark}comment` },
    '__typename',
  )
}

/** A ticket from another system, which made its ids from her address. */
async function imported({ origin, websiteId }: TestWebsite): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  const { sha256 } = await import('../../server/keys/keys.ts')
  const data = { websiteId, name: 'Move', hash: sha256('tck_move'), scopes: ['IMPORT' as const] }
  await db.apiKey.create({ data })
  const createdAt = '2025-01-01'
  const message = {
    author: { kind: 'CUSTOMER' },
    body: `${mark}before`,
    createdAt,
    externalId: `<1.${jane}>`,
  }
  const ticket = { subject: `${mark}old`, status: 'SOLVED', customer: { email: jane }, createdAt }
  const tickets = [{ ...ticket, externalId: `${jane.toUpperCase()}-1`, messages: [message] }]
  const { imported: written } = await apiClient(origin, 'tck_move').run(
    'importTickets',
    { tickets },
    'imported { created }',
  )
  expect(written).toEqual([{ created: true }])
}

/** Replies by email: hers, Bob's that quotes her, and those that are quarantined. */
async function emails(website: TestWebsite, team: Client, ticketId: string): Promise<void> {
  const { replyAddress, post, settled } = await newPostman(website.origin, 0)
  const quoted = `On Mon, Nov 30, 2026 at 10:00 AM Jane <${jane}> wrote:\r\n> My ${mark}body`
  const send = async (to: string, from: string, body: string, header: string[] = []) => {
    const own = [
      `Message-ID: <${from.split('@')[0]}.${crypto.randomUUID()}@example.com>`,
      `Return-Path: <${from}>`,
    ]
    const raw = mime({ to, from, body, header: [...own, ...header] }).replace(
      'Re: Help',
      `Re: ${mark}subject`,
    )
    expect(await post(raw)).toBeLessThan(300)
    return settled(messageIdOf(raw))
  }
  const own = await replyAddress(ticketId, jane)
  const boundary = ['Content-Type: multipart/mixed; boundary=b']
  const parts = (body: string) =>
    `--b\r\n\r\n${body}\r\n--b\r\nContent-Type: text/csv; name=${mark}.csv\r\n\r\n${csv}\r\n--b--\r\n`
  expect(await send(own, jane, parts(`${mark}letter\r\n\r\n${quoted}`), boundary)).toMatchObject({
    state: 'POSTED',
  })
  const bobs = await replyAddress(ticketId, bob, 'PARTICIPANT')
  expect(await send(bobs, bob, `${staying[3]}\r\n\r\n${quoted}`)).toMatchObject({ state: 'POSTED' })
  const { id } = await send(own, 'evil@example.com', parts(`${mark}forged`), boundary)
  await team.run('discardQuarantinedEmail', { id: globalIdOf(id) }, '__typename')
  await send(own, 'evil@example.com', `${mark}forged`)
  const { id: accepted } = await send(bobs, jane, `${mark}elsewhere`)
  await team.run('acceptQuarantinedEmail', { id: globalIdOf(accepted) }, '__typename')
  await send(bobs, jane.toUpperCase(), `${mark}waits`)
}

const globalIdOf = (id: string) => Buffer.from(`QuarantinedEmail:${id}`).toString('base64url')

/** A ticket that is closed, and the one that continues it. */
async function followUp(customer: Client): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  const { ticket } = await customer.run(
    'openTicket',
    { subject: `${mark}first`, body: `${mark}again` },
    'ticket { id }',
  )
  const solved = new Date(Date.now() - 10 * 24 * 60 * 60_000)
  const data = { status: 'SOLVED', solvedAt: solved, website: { update: { followUpAfterDays: 1 } } } as const
  await db.ticket.update({ where: { id: rowId(ticket.id) }, data })
  const { newMessage } = await customer.run(
    'reply',
    { ticketId: ticket.id, body: `${mark}still` },
    'newMessage { ticket { id followUpOf { id } } }',
  )
  expect(newMessage.ticket.followUpOf.id).toBe(ticket.id)
}

/** What has no ticket, and what only failures leave. */
async function traces({ origin, websiteId, key }: TestWebsite): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  await key.run('createExport', { format: 'CSV' }, '__typename')
  await key.run('exportCustomer', { email: jane }, '__typename')
  await apiClient(origin).run('requestSignInLink', { websiteId, email: jane }, '__typename')
  await db.emailMute.create({ data: { websiteId, email: jane } })
  await idle()
  await db.signInLink.updateMany({ data: { failure: `550 <${jane}> unknown` } })
  await db.email.updateMany({
    where: { thread: { email: jane } },
    data: { failure: `550 <${jane}> unknown` },
  })
}
