import { expect, test } from 'vitest'
import { mailsOf, openJobs, openMailScene, openTicket } from './mail-scene.ts'

const slow = { timeout: 40_000, interval: 50 }

test('a mail that cannot be written and one that is refused fail where the team sees it, and the others go on', async () => {
  const scene = await openMailScene()
  const { mailbox } = scene
  const first = await scene.start()
  const website = await scene.makeWebsite()
  const broken = await scene.makeWebsite()
  await first.stop('SIGTERM')
  await scene.sql(`UPDATE "Website" SET "ticketUrl" = 'nowhere {id}' WHERE id = '${broken.websiteId}'`)
  const second = await scene.start()
  mailbox.mood = (recipient) => (recipient.startsWith('refused') ? 550 : undefined)

  const tickets = []
  for (let count = 0; count < 10; count++) {
    tickets.push({
      refused: await openTicket(website, `refused${count}@example.com`),
      taken: await openTicket(website, `taken${count}@example.com`),
      unwritten: await openTicket(broken, `unwritten${count}@example.com`),
    })
  }
  for (const { refused, taken, unwritten } of tickets) {
    await expect
      .poll(() => mailsOf(website, refused), slow)
      .toMatchObject([{ state: 'FAILED', attempts: 1, failure: '550 not now' }])
    await expect.poll(() => mailsOf(website, taken), slow).toMatchObject([{ state: 'SENT', attempts: 1 }])
    await expect
      .poll(() => mailsOf(broken, unwritten), slow)
      .toMatchObject([{ state: 'FAILED', failure: expect.stringContaining('could not be written') }])
  }
  expect(mailbox.mails).toHaveLength(10)
  await second.stop('SIGTERM')
  expect(await scene.sql(openJobs)).toEqual([])
}, 120_000)

test('mails to a recipient over whom the mail server falls silent hold up the others for a minute at most', async () => {
  const scene = await openMailScene()
  const { mailbox } = scene
  await scene.start()
  const website = await scene.makeWebsite()
  mailbox.mood = (recipient) => (recipient.startsWith('silent') ? 'hang' : undefined)
  const begun = performance.now()
  const arrivals: number[] = []
  await Promise.all(
    Array.from({ length: 60 }, async (_, count) => {
      const address = `${count % 15 === 0 ? 'silent' : 'other'}${count}@example.com`
      await openTicket(website, address)
      await mailbox.count(address, 1)
      if (address.startsWith('other')) arrivals.push(performance.now() - begun)
    }),
  )
  arrivals.sort((one, other) => one - other)
  console.info(arrivals.map((t) => Math.round(t)).join(' '))
  expect(arrivals.at(-1), 'milliseconds').toBeLessThan(60_000)
}, 120_000)
