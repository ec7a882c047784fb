import { describe, expect, test } from 'vitest'
import { apiClient, type Client } from '../support/client.ts'
import { consoleOf, cookieOf } from '../support/console.ts'
import { someone, startEmailing } from '../support/emailing.ts'
import { type Arrived, header } from '../support/mail-server.ts'
import { newAddress } from '../support/page.ts'

const { company, server, origin, db, idle } = await startEmailing()

/** Requests a link while signed out, by default from a new network address. */
function request(websiteId: string, email: string, more = {}, from: Record<string, string> = newAddress()) {
  const client = apiClient(origin, undefined, from)
  return client.attempt('requestSignInLink', { websiteId, email, ...more }, 'requested')
}

/** The only link in an email, with its page and token. */
function linkIn({ text = '' }: Arrived): string {
  const [link = '', ...others] = text.match(/https?:\S+/g) ?? []
  expect(others).toEqual([])
  return link
}

/** A company with an operator who was emailed a link. */
async function emailed(more = {}) {
  const made = await company()
  await request(made.websiteId, made.ada, more)
  const [email] = await server.count(made.ada, 1)
  return { ...made, email, link: linkIn(email), console: consoleOf(made, made.ada) }
}
const whoAmI = '{ viewer { ... on Operator { email } } }'

describe('a requested sign-in link', () => {
  test('is emailed to them, and signs them in', async () => {
    const { websiteId, ada, email, link, console } = await emailed()
    expect(link).toMatch(new RegExp(`^${origin}/console/${websiteId}\\?token=[0-9a-f]{60}$`))
    expect([email.subject, header(email, 'Auto-Submitted')]).toEqual([
      'Your sign-in link for Acme',
      ['auto-generated'],
    ])
    expect(email.text).toContain('works once, within 15 minutes')
    const page = await console.open(link)
    expect([page.status, page.headers.location]).toEqual([303, `/console/${websiteId}`])
    const client = apiClient(origin, await console.tokenFor(cookieOf(page).cookie))
    expect(await client.ask(whoAmI)).toEqual({ viewer: { email: ada } })
  })

  test('opens the ticket that they came for', async () => {
    const { websiteId, link, console } = await emailed({ ticketNumber: 41 })
    expect((await console.open(link)).headers.location).toBe(`/console/${websiteId}/tickets/41`)
  })

  test('works once, even for twenty concurrent visits', async () => {
    const { link, console } = await emailed()
    const pages = await Promise.all(Array.from({ length: 20 }, () => console.open(link)))
    const signedIn = pages.filter(({ status }) => status === 303)
    expect([signedIn.length, pages.filter(({ status }) => status === 401).length]).toEqual([1, 19])
    expect(pages.filter((page) => cookieOf(page).cookie)).toEqual(signedIn)
  })

  test('is not used up by scanners or prefetching', async () => {
    const { link, console } = await emailed()
    await console.open(link, {}, 'HEAD')
    await console.open(link, { 'sec-purpose': 'prefetch' })
    await console.open(link, { 'sec-fetch-dest': 'image' })
    expect(await console.open(link)).toMatchObject({ status: 303 })
  })

  test('works after 14 minutes but not after 16', async () => {
    const { websiteId, link, console } = await emailed()
    const sooner = (minutes: number) => db.$executeRaw`
      UPDATE "SignInLink" SET "expiresAt" = "createdAt" + ${`${15 - minutes} minutes`}::interval
      WHERE "websiteId" = ${websiteId}::uuid`
    await sooner(16)
    expect(await console.open(link)).toMatchObject({ status: 401 })
    await sooner(14)
    expect(await console.open(link)).toMatchObject({ status: 303 })
  })

  test('only works on its own website, and unmodified', async () => {
    const { websiteId, link, console } = await emailed()
    const other = await company()
    const changed = link.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    for (const wrong of [link.replace(websiteId, other.websiteId), changed, link.slice(0, -1), `${link}0`]) {
      expect(await console.open(wrong), wrong).toMatchObject({ status: 401 })
    }
    expect(await console.open(link)).toMatchObject({ status: 303 })
  })

  test('does not sign in a removed operator, and is not sent to them', async () => {
    const { websiteId, team, olaf, operator } = await company()
    await request(websiteId, olaf)
    const [email] = await server.count(olaf, 1)
    const { id } = (await (await operator(olaf)).ask('{ viewer { ... on Operator { id } } }')).viewer
    await team.run('removeOperator', { id }, 'operator { id }')
    const page = await consoleOf({ ...(await company()), websiteId }, olaf).open(linkIn(email))
    expect([page.status, cookieOf(page).cookie]).toEqual([401, ''])
    await request(websiteId, olaf)
    await idle()
    expect(server.to(olaf)).toHaveLength(1)
  })

  test('works even if the operator secret is rolled', async () => {
    const { team, link, console } = await emailed()
    const { cookie } = cookieOf(await console.open(link))
    await team.run('rollSecret', { kind: 'OPERATOR', overlapHours: 0 }, '__typename')
    expect(await console.session('POST', cookie)).toMatchObject({ status: 200 })
  })

  test('is only in the email: not in the database, nor in its jobs', async () => {
    const { ada, link } = await emailed()
    const mac = link.slice(-28)
    const rows = await db.$queryRaw<{ row: string }[]>`
      SELECT "SignInLink"::text AS row FROM "SignInLink"
      UNION ALL SELECT data::text FROM pgboss.job WHERE name = 'sign-in-link'`
    expect(rows.filter(({ row }) => row.includes(mac))).toEqual([])
    const jobs = await db.$queryRaw<
      { data: object }[]
    >`SELECT data FROM pgboss.job WHERE name = 'sign-in-link'`
    expect(JSON.stringify(jobs)).not.toContain(ada)
  })
})

describe('a request for a sign-in link', () => {
  test('gets the same response for every address, and emails operators only', async () => {
    const { websiteId, ada, olaf, customer, team, key } = await company()
    const jane = someone('jane')
    await customer(jane)
    const foreign = await company()
    const nowhere = '00000000-0000-4000-8000-000000000000'
    const requests: [string, string][] = [
      [websiteId, ada],
      [websiteId.toUpperCase(), ` ${ada.toUpperCase()}`],
      [websiteId, jane],
      [websiteId, foreign.olaf],
      [websiteId, someone('nobody')],
      [nowhere, olaf],
      ['acme', olaf],
    ]
    for (const [id, email] of requests) {
      const answer = await request(id, email)
      expect(answer).toEqual({ __typename: 'RequestSignInLinkPayload', requested: true })
    }
    for (const caller of [team, key] as Client[]) {
      const input = { websiteId, email: someone('nobody') }
      expect(await caller.run('requestSignInLink', input, 'requested')).toMatchObject({ requested: true })
    }
    await idle()
    expect(server.to(ada)).toHaveLength(2)
    for (const email of [jane, foreign.olaf, olaf]) expect(server.to(email)).toEqual([])
  })

  test('accepts only an address', async () => {
    const { websiteId } = await company()
    for (const email of ['', 'ada', 'Ada <ada@acme.com>', 'ada@acme.com, eve@evil.test']) {
      expect(await request(websiteId, email)).toMatchObject({ __typename: 'InvalidInput' })
    }
  })

  test('is limited per address, whether or not it is an operator’s', async () => {
    const { websiteId, ada } = await company()
    for (const email of [ada, someone('nobody')]) {
      for (let count = 0; count < 5; count++) await request(websiteId, email)
      await expect(request(websiteId, email.toUpperCase())).rejects.toThrow(/RATE_LIMITED/)
    }
    await idle()
    expect(server.to(ada)).toHaveLength(5)
  })

  test('is limited per network address', async () => {
    const { websiteId, ada } = await company()
    const from = newAddress()
    for (let count = 0; count < 20; count++) await request(websiteId, someone('nobody'), {}, from)
    await expect(request(websiteId, ada, {}, from)).rejects.toThrow('RATE_LIMITED')
    expect(await request(websiteId, ada)).toMatchObject({ requested: true })
  })
})

test('a deferred email is retried for as long as its link works', async () => {
  const { websiteId, ada } = await company()
  server.mood = (recipient) => (recipient === ada ? 451 : undefined)
  await request(websiteId, ada)
  const row = () => db.signInLink.findFirstOrThrow({ where: { websiteId } })
  await expect.poll(async () => (await row()).attempts).toBe(1)
  expect(await row()).toMatchObject({ state: 'QUEUED', failure: expect.stringContaining('not now') })
  await db.signInLink.updateMany({ where: { websiteId }, data: { expiresAt: new Date() } })
  // The waiting job replaces the failed one a moment later.
  const hurried = async () => {
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'sign-in-link' AND state < 'active'`
    return (await row()).state
  }
  await expect.poll(hurried).toBe('SKIPPED')
  expect(server.to(ada)).toEqual([])
})
