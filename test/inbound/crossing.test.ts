import { expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { someone, startReceivingEmails } from '../support/emailing.ts'
import { processorTime } from '../support/processor-time.ts'
import { mime, newPostman } from './postman.ts'

const { company, server, origin, pass, idle, kindsTo } = await startReceivingEmails()
const { post } = await newPostman(origin, 0)

/** A customer who was emailed a reply to their ticket. */
async function answered() {
  const made = await company({ emailDelaySeconds: 60 })
  const jane = someone('jane')
  const ticketId = await made.open(jane)
  await made.reply(ticketId, 'Use the extinguisher')
  await pass(ticketId, 61)
  await idle()
  const email = server.to(jane).at(-1)
  return { ...made, jane, ticketId, email, replyTo: email?.replyTo?.value[0]?.address ?? '' }
}

test('a message that crosses with a reply by email is still emailed', async () => {
  const { jane, ticketId, reply, replyTo } = await answered()
  await reply(ticketId, 'And leave the house')
  expect(await post(mime({ from: jane, to: replyTo, body: 'It is empty' }))).toBe(202)
  await idle()
  await pass(ticketId, 61)
  expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED', 'REPLIED'])
  expect(server.to(jane).at(-1)?.text).toContain('And leave the house')
})

/** Accepts the ticket’s only quarantined email, as the team. */
async function acceptOnly(team: Client, ticketId: string) {
  const quarantine = 'query ($id: ID!) { ticket(id: $id) { quarantinedEmails { id } } }'
  const { ticket } = await team.ask(quarantine, { id: ticketId })
  const [{ id }] = ticket.quarantinedEmails
  await team.run('acceptQuarantinedEmail', { id }, '__typename')
}

test('messages posted before the team accepts an email are emailed, and stay unread', async () => {
  const { jane, ticketId, team, customer, reply, replyTo } = await answered()
  expect(await post(mime({ from: jane, header: ['Precedence: bulk'], to: replyTo }))).toBe(202)
  await reply(ticketId, 'And leave the house')
  await pass(ticketId, 61)
  expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED', 'REPLIED'])
  await reply(ticketId, 'Call the fire brigade')
  await acceptOnly(team, ticketId)
  await pass(ticketId, 61)
  expect(await kindsTo(jane)).toEqual(['RECEIVED', 'REPLIED', 'REPLIED', 'REPLIED'])
  expect(server.to(jane).at(-1)?.text).toContain('Call the fire brigade')
  const unread = 'query ($id: ID!) { ticket(id: $id) { unreadCount messageCount } }'
  const { ticket } = await (await customer(jane)).ask(unread, { id: ticketId })
  expect(ticket).toEqual({ unreadCount: 3, messageCount: 5 })
})

test('a participant has not accepted an invitation if the team accepts an email in their name', async () => {
  const { jane: mallory, ticketId, customer, open, team, reply, replyTo } = await answered()
  const paul = someone('paul')
  await (await customer(mallory)).run('addParticipant', { ticketId, email: paul }, '__typename')
  expect(await kindsTo(paul)).toEqual(['INVITED'])
  // Two messages long.
  expect(await post(mime({ from: paul, to: replyTo, body: 'Cheap watches '.repeat(2_000) }))).toBe(202)
  await idle()
  await acceptOnly(team, ticketId)
  await reply(ticketId, 'Use the extinguisher')
  await open(mallory, { subject: 'Cheap watches', participants: [paul] })
  await pass(ticketId, 61)
  expect(await kindsTo(paul)).toEqual(['INVITED', 'INVITED'])
  expect(server.to(paul).at(-1)?.raw).not.toContain('watches')
})

test('replying to the last email marks everything as read', async () => {
  const { jane, ticketId, customer, replyTo } = await answered()
  expect(await post(mime({ from: jane, to: replyTo, body: 'It is empty' }))).toBe(202)
  await idle()
  const { ticket } = await (await customer(jane)).ask(
    'query ($id: ID!) { ticket(id: $id) { unreadCount messageCount } }',
    { id: ticketId },
  )
  expect(ticket).toEqual({ unreadCount: 0, messageCount: 3 })
})

test('the links in a quoted email only work for its recipient', async () => {
  const { jane, ticketId, team, email, replyTo } = await answered()
  const [mute = ''] = /https?:\S+\/mail\/[0-9a-f]{60}/.exec(String(email?.text)) ?? []
  expect(mute).not.toBe('')
  const body = `It is empty, see ${mute}\r\n\r\nOn Monday, Ada wrote:\r\n> To: ${replyTo}\r\n> Mute: ${mute}`
  expect(await post(mime({ from: jane, to: replyTo, body }))).toBe(202)
  await idle()
  const { ticket } = await team.ask(
    'query ($id: ID!) { ticket(id: $id) { lastMessage { body quotedText } } }',
    { id: ticketId },
  )
  expect(ticket.lastMessage.body).toMatch(/^It is empty, see http.*\/mail\/…$/m)
  expect(ticket.lastMessage.quotedText).toContain('> To: …@in.example.test')
  expect(JSON.stringify(ticket)).not.toMatch(/[0-9a-f]{60}/)
})

test('the links in a quoted email only work for its recipient, even if a program rewrote them', async () => {
  const { jane, ticketId, team, email, replyTo } = await answered()
  const [mute = ''] = /https?:\S+\/mail\/[0-9a-f]{60}/.exec(String(email?.text)) ?? []
  expect(mute).not.toBe('')
  const body = [
    'It is empty',
    '> On Monday, Ada wrote:',
    `> https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(mute)}&data=05%7C02`,
    `> https://urldefense.com/v3/__${mute}__;!!Abc$`,
    `> https://example.com/?u=${encodeURIComponent(mute).toUpperCase()}beef`,
  ]
  expect(await post(mime({ from: jane, to: replyTo, body: body.join('\r\n') }))).toBe(202)
  await idle()
  const { ticket } = await team.ask('query ($id: ID!) { ticket(id: $id) { lastMessage { quotedText } } }', {
    id: ticketId,
  })
  expect(ticket.lastMessage.quotedText).toMatch(/%2Fmail%2F…&data.*\/mail\/…__.*%2FMAIL%2F…beef/is)
  expect(JSON.stringify(ticket)).not.toMatch(/[0-9a-f]{60}/i)
})

test.for<[string, string]>([
  ['digits', 'a'],
  ['what could be tokens', '77777777777788887'],
  ['hashes', '0123456789ab7cde8f'],
])('links in 1 MB of %s are found in bounded time', async ([, piece]) => {
  const { withoutEmailTokens } = await import('../../server/notifications/email-token.ts')
  const text = piece.repeat(1_000_000 / piece.length)
  expect(await processorTime(() => withoutEmailTokens(text))).toBeLessThan(20_000)
})
