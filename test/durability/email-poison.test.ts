import { expect, test } from 'vitest'
import { emailsOf, openEmailScene, openJobs, openTicket } from './email-scene.ts'

const patiently = { timeout: 120_000, interval: 250 }

test('an email that cannot be rendered and one that is refused fail visibly to the team, and the others are sent', async (context) => {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  const first = await scene.startHere()
  const website = await scene.makeWebsite()
  const broken = await scene.makeWebsite()
  await first.stop()
  await scene.sql(`UPDATE "Website" SET "ticketUrl" = 'nowhere {id}' WHERE id = '${broken.websiteId}'`)
  const second = await scene.startHere()
  mailbox.mood = (recipient) => (recipient.startsWith('refused') ? 550 : undefined)

  const tickets = []
  for (let count = 0; count < 3; count++) {
    tickets.push({
      refused: await openTicket(website, `refused${count}@example.com`),
      taken: await openTicket(website, `taken${count}@example.com`),
      unwritten: await openTicket(broken, `unwritten${count}@example.com`),
    })
  }
  for (const { refused, taken, unwritten } of tickets) {
    await expect
      .poll(() => emailsOf(website, refused), patiently)
      .toMatchObject([{ state: 'FAILED', attempts: 1, failure: '550 not now' }])
    await expect
      .poll(() => emailsOf(website, taken), patiently)
      .toMatchObject([{ state: 'SENT', attempts: 1 }])
    await expect
      .poll(() => emailsOf(broken, unwritten), patiently)
      .toMatchObject([{ state: 'FAILED', failure: expect.stringContaining('could not be rendered') }])
  }
  expect(mailbox.emails).toHaveLength(3)
  await second.stop()
  expect(await scene.sql(openJobs)).toEqual([])
})

test('emails that the mail server does not respond to do not delay the others', async (context) => {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  await scene.startHere()
  const website = await scene.makeWebsite()
  mailbox.mood = (recipient) => (recipient.startsWith('silent') ? 'hang' : undefined)
  const silent = Array.from({ length: 4 }, (_, index) => `silent${index}@example.com`)
  const others = Array.from({ length: 12 }, (_, index) => `other${index}@example.com`)
  for (const address of silent) await openTicket(website, address)
  await Promise.all(silent.map((address) => mailbox.count(address, 1)))
  for (const address of others) await openTicket(website, address)
  await Promise.all(others.map((address) => mailbox.count(address, 1)))
})
