import { describe, expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { someone, startOwnEmailing } from '../support/emailing.ts'
import { follow, listening, ticketChanged } from '../support/live.ts'
import { startMailServer } from '../support/mail-server.ts'

const mailServer = await startMailServer('right')
const { company, fates, kindsTo, idle, hurry, pass, server, origin, db } = await startOwnEmailing(
  { SMTP_URL: mailServer.url.replace('//', '//me:right@') },
  mailServer,
)
type Mood = number | `${number} ${string}` | 'refuse' | 'break'
/** The mail server's behavior by address. */
const moods = new Map<string, Mood>()
server.mood = (recipient) => moods.get(recipient)

/** The emails of a ticket’s newest message, as seen by a caller. */
async function emailsOf(client: Client, ticketId: string) {
  const { ticket } = await client.ask(
    'query ($id: ID!) { ticket(id: $id) { lastMessage { emails { id kind to state attempts failure sentAt } } } }',
    { id: ticketId },
  )
  return ticket.lastMessage.emails
}

/** A ticket whose confirmation could not be sent, as the mail server is in this mood. */
async function refused(mood: Mood) {
  const made = await company()
  const jane = someone('jane')
  moods.set(jane, mood)
  const ticketId = await made.open(jane)
  await idle()
  const emails = (await emailsOf(made.team, ticketId)) as Record<string, unknown>[]
  return { ...made, jane, ticketId, email: emails.find(({ to }) => to === jane) as { id: string } }
}
const resend = (client: Client, id: string) => client.attempt('resendEmail', { id }, 'email { id state }')

describe.concurrent('a recipient that the server refuses', () => {
  test('is shown on the message at once, and the team is notified', async () => {
    const { team, open, ada } = await company()
    const jane = someone('jane')
    moods.set(jane, 550)
    const follower = follow(team, ticketChanged)
    await listening(origin, 1)
    const ticketId = await open(jane)
    await idle()
    // One change for the ticket and one for the failure; one of them comes twice if numbering is late.
    const changes = await follower.until((items) => items.length >= 2)
    expect(new Set(changes.map((item) => item.ticketChanged.ticketId))).toEqual(new Set([ticketId]))
    await follower.close()
    const failed = {
      kind: 'RECEIVED',
      to: jane,
      state: 'FAILED',
      attempts: 1,
      failure: '550 not now',
      sentAt: null,
    }
    const emails = await emailsOf(team, ticketId)
    expect(emails).toContainEqual(expect.objectContaining(failed))
    expect(emails).toContainEqual(
      expect.objectContaining({ to: ada, state: 'SENT', failure: null, attempts: 1 }),
    )
    expect(server.to(jane)).toEqual([])
  })

  test('because of the content is shown the same way', async () => {
    const { email, jane } = await refused('refuse')
    expect(email).toMatchObject({
      to: jane,
      state: 'FAILED',
      attempts: 1,
      failure: '554 5.7.1 this looks like spam',
    })
  })

  test('can be emailed again on request, but not twice', async () => {
    const { email, jane, team, key } = await refused(550)
    expect(await resend(team, email.id)).toMatchObject({ email: { id: email.id, state: 'QUEUED' } })
    expect(await fates(jane)).toEqual(['RECEIVED FAILED 550 not now'])
    moods.delete(jane)
    expect(await resend(key, email.id)).toMatchObject({ email: { state: 'QUEUED' } })
    expect(await fates(jane)).toEqual(['RECEIVED SENT'])
    expect(server.to(jane)).toHaveLength(1)
    expect(await resend(team, email.id)).toMatchObject({ __typename: 'Conflict' })
    await idle()
    expect(server.to(jane)).toHaveLength(1)
  })

  test('gets later emails as usual', async () => {
    const { jane, ticketId, reply } = await refused(550)
    moods.delete(jane)
    await reply(ticketId, 'Use the extinguisher')
    expect(await kindsTo(jane)).toEqual(['REPLIED'])
    expect(server.to(jane)[0]?.text).toContain('Use the extinguisher')
    expect(server.to(jane)[0]?.raw).not.toMatch(/^(?:In-Reply-To|References):/im)
  })
})

describe.concurrent('an email', () => {
  test.for<`${number} ${string}`>([
    '554 5.7.1 <x@example.com>: Relay access denied',
    '550 5.4.5 Daily user sending limit exceeded',
  ])('waits if the server refuses it for a reason on our side: %s', async (failure) => {
    const { jane, ticketId, email } = await refused(failure)
    expect(email).toMatchObject({ state: 'QUEUED', attempts: 1, failure, sentAt: null })
    moods.delete(jane)
    await hurry(ticketId)
    expect(await fates(jane)).toEqual(['RECEIVED SENT'])
  })

  test('waits if the server defers it, and is later sent as the same email', async () => {
    const { jane, ticketId, email, team } = await refused(450)
    expect(email).toMatchObject({ state: 'QUEUED', attempts: 1, failure: '450 not now', sentAt: null })
    expect(await resend(team, email.id), 'it waits anyway').toMatchObject({ __typename: 'Conflict' })
    moods.delete(jane)
    await hurry(ticketId)
    expect(await fates(jane)).toEqual(['RECEIVED SENT'])
    expect(await emailsOf(team, ticketId)).toContainEqual(
      expect.objectContaining({ to: jane, state: 'SENT', attempts: 2, failure: null }),
    )
    expect(server.to(jane).map(({ messageId }) => messageId)).toHaveLength(1)
  })

  test('fails if the server defers it for four days', async () => {
    const { jane, ticketId, email, team } = await refused(450)
    await pass(ticketId, 4 * 24 * 3_600 + 1)
    expect(await fates(jane)).toEqual(['RECEIVED FAILED 450 not now'])
    expect(await resend(team, email.id)).toMatchObject({ email: { state: 'QUEUED' } })
    expect(await fates(jane), 'a single time').toEqual(['RECEIVED FAILED 450 not now'])
  })

  test('is sent as the same email on each attempt if the connection breaks before acceptance', async () => {
    const { jane, ticketId, email } = await refused('break')
    expect(email).toMatchObject({ state: 'QUEUED', attempts: 1 })
    expect(server.to(jane)).toHaveLength(1)
    moods.delete(jane)
    await hurry(ticketId)
    expect(await fates(jane)).toEqual(['RECEIVED SENT'])
    expect(server.to(jane)).toHaveLength(2)
    expect(new Set(server.to(jane).map(({ messageId }) => messageId)).size).toBe(1)
    expect(new Set(server.to(jane).map(({ date }) => date?.getTime())).size).toBe(1)
  })
})

/** What is wrong with the mail server or our configuration: how it begins and ends, and the reported failure. */
const outages: [fact: string, begin: () => unknown, end: () => unknown, words: RegExp][] = [
  [
    'refuses every sender',
    () => {
      server.refusesSenders = 554
    },
    () => {
      server.refusesSenders = undefined
    },
    /^554 senders like you are refused$/,
  ],
  [
    'has another password',
    async () => {
      server.password = 'changed'
      await server.down()
      await server.up()
    },
    () => {
      server.password = 'right'
    },
    /^535 wrong password$/,
  ],
  ['is down', () => server.down(), () => server.up(), /^The mail server could not be reached$/],
]

describe('a mail server that', () => {
  test.for(outages)('%s gets the emails after that', async ([, begin, end, words]) => {
    const { open, team } = await company()
    const jane = someone('jane')
    await begin()
    const ticketId = await open(jane)
    await idle()
    const emails: { failure: string }[] = await emailsOf(team, ticketId)
    expect(emails).toHaveLength(3)
    for (const email of emails) {
      expect(email).toMatchObject({ state: 'QUEUED', attempts: 1 })
      expect(email.failure).toMatch(words)
    }
    await end()
    await hurry(ticketId)
    expect(await fates(jane)).toEqual(['RECEIVED SENT'])
    expect(server.to(jane)).toHaveLength(1)
    expect(await db.email.count({ where: { state: 'QUEUED' } })).toBe(0)
  })
})
