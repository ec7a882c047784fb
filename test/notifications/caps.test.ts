import { describe, expect, test } from 'vitest'
import { rowId, someone, startOwnEmailing } from '../support/emailing.ts'

const websiteLimit = 60
const { company, kindsTo, idle, pass, server, db } = await startOwnEmailing({
  MAIL_HOURLY_LIMIT: String(websiteLimit),
})
const hour = 3_600

/** Seconds until each scheduled look at the tickets. */
async function laterLooks(tickets: string[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ ticketId: string; seconds: number }[]>`
    SELECT DISTINCT ON (data->>'ticketId') data->>'ticketId' AS "ticketId",
      extract(epoch FROM start_after - now())::int AS seconds
    FROM pgboss.job WHERE name = 'ticket-news' AND state < 'active' AND data->>'ticketId' = ANY(${tickets.map(rowId)})
    ORDER BY data->>'ticketId', start_after`
  return rows.map(({ seconds }) => seconds)
}

type Company = Awaited<ReturnType<typeof company>>

/** Opens tickets as the team, one per address. */
async function openFor({ key }: Company, emails: string[]) {
  const tickets = emails.map(async (customerEmail, index) => {
    const input = { subject: `Order ${index}`, body: 'It has left', customerEmail }
    return (await key.run('openTicket', input, 'ticket { id }')).ticket.id as string
  })
  return Promise.all(tickets)
}

describe.concurrent('a website', () => {
  test('sends at most 20 invitations a day to strangers and queues the rest', async () => {
    const { open } = await company()
    const jane = someone('jane')
    const strangers = Array.from({ length: 25 }, () => someone('stranger'))
    const invited = () => strangers.filter((email) => server.to(email).length === 1)
    const tickets = await Promise.all(
      [strangers.slice(0, 10), strangers.slice(10, 20), strangers.slice(20)].map((participants) =>
        open(jane, { participants }),
      ),
    )
    await idle()
    expect(invited()).toHaveLength(20)
    expect(await kindsTo(jane), 'the cap is of invitations').toHaveLength(3)
    for (const seconds of await laterLooks(tickets)) expect(seconds).toBeGreaterThan(23 * hour)
    await pass(tickets, 23 * hour)
    await idle()
    expect(invited()).toHaveLength(20)
    await pass(tickets, hour)
    await idle()
    expect(invited()).toHaveLength(25)
    expect(await laterLooks(tickets)).toEqual([])
  })

  test('sends at most 50 invitations a day to tickets of one customer and queues the rest', async () => {
    const { open, acquaint } = await company()
    const known = Array.from({ length: 51 }, () => someone('known'))
    const jane = someone('jane')
    await acquaint(jane, ...known)
    const tickets: string[] = []
    for (let from = 0; from < known.length; from += 10) {
      tickets.push(await open(jane, { participants: known.slice(from, from + 10) }))
    }
    await idle()
    const invited = () => known.filter((email) => server.to(email).length === 1)
    expect(invited()).toHaveLength(50)
    await pass(tickets, 24 * hour)
    await idle()
    expect(invited()).toHaveLength(51)
  })

  test('sends at most 20 emails an hour to one customer and queues the rest', async () => {
    const jane = someone('jane')
    const tickets = await openFor(await company(), Array(25).fill(jane))
    expect(await kindsTo(jane)).toHaveLength(20)
    const looks = await laterLooks(tickets)
    expect(looks).toHaveLength(5)
    for (const seconds of looks) {
      expect(seconds).toBeLessThan(hour + 60)
      // The hour begins with the first of them, a while ago on a busy machine.
      expect(seconds).toBeGreaterThan(hour / 2)
    }
    await pass(tickets, hour)
    expect(await kindsTo(jane)).toHaveLength(25)
    const subjects = server.to(jane).map(({ subject }) => subject)
    expect(new Set(subjects).size, 'each of them once').toBe(25)
  })

  test('does not delay replies in one’s own tickets for emails about others’', async () => {
    const { open, reply } = await company()
    const [victim, mallory] = [someone('victim'), someone('mallory')]
    const own = await open(victim)
    await Promise.all(Array.from({ length: 25 }, () => open(mallory, { participants: [victim] })))
    expect((await kindsTo(victim)).toSorted()).toEqual([...Array(20).fill('INVITED'), 'RECEIVED'])
    await reply(own, 'An answer for you')
    await kindsTo(victim)
    expect(server.to(victim).at(-1)?.text).toContain('An answer for you')
  })

  test('sends its customers at most the server’s limit an hour and queues the rest', async () => {
    const crowded = await company()
    const emails = Array.from({ length: websiteLimit + 5 }, () => someone('customer'))
    const sent = () => emails.filter((email) => server.to(email).length === 1)
    const own = await crowded.open(String(emails[0]))
    expect(await kindsTo(crowded.ada), 'operators’ do not count').toEqual(['TEAM_OPENED'])
    const first = await openFor(crowded, emails.slice(1, websiteLimit))
    await idle()
    expect(sent()).toHaveLength(websiteLimit)
    const last = await openFor(crowded, emails.slice(websiteLimit))
    await idle()
    expect(sent()).toHaveLength(websiteLimit)
    expect(await laterLooks(last)).toHaveLength(5)
    const tickets = [own, ...first, ...last]
    await pass(tickets, hour)
    await idle()
    expect(sent()).toHaveLength(emails.length)
  })
})
