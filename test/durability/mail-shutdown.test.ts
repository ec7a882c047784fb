import { expect, test } from 'vitest'
import { mailsOf, openJobs, openMailScene, openTicket } from './mail-scene.ts'

const slow = { timeout: 60_000, interval: 50 }
/** Milliseconds within which a process has ended that was asked to. */
const patience = 30_000
const addresses = Array.from({ length: 80 }, (_, index) => `customer${index}@example.com`)

test('SIGTERM while mails are being sent loses none and repeats none', async () => {
  const scene = await openMailScene()
  const { mailbox } = scene
  const first = await scene.start()
  const website = await scene.makeWebsite()
  await mailbox.down()
  const tickets: string[] = []
  await Promise.all(addresses.map(async (address) => tickets.push(await openTicket(website, address))))
  for (const ticket of tickets) {
    await expect.poll(() => mailsOf(website, ticket), slow).toMatchObject([{ attempts: 1 }])
  }
  await first.stop('SIGTERM')
  await scene.sql(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state < 'active'`)

  await mailbox.up()
  const second = await scene.start()
  await Promise.race(addresses.map((address) => mailbox.count(address, 1)))
  const asked = performance.now()
  expect(await second.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(performance.now() - asked, 'milliseconds').toBeLessThan(patience)
  const sentBySecond = mailbox.mails.length
  expect(sentBySecond, 'mails sent by then').toBeLessThan(addresses.length)

  const third = await scene.start()
  for (const ticket of tickets) {
    await expect.poll(() => mailsOf(website, ticket), slow).toMatchObject([{ state: 'SENT', attempts: 2 }])
  }
  expect(mailbox.mails.map(({ recipients: [address] }) => address).sort()).toEqual(addresses.toSorted())
  await third.stop('SIGTERM')
  expect(await scene.sql(openJobs)).toEqual([])
}, 180_000)

test('SIGTERM while the mail server is silent ends the process all the same, and the next sends the mail', async () => {
  const scene = await openMailScene()
  const { mailbox } = scene
  const first = await scene.start()
  const website = await scene.makeWebsite()
  mailbox.mood = () => 'hang'
  const ticketId = await openTicket(website, 'jane@example.com')
  const [sent] = await mailbox.count('jane@example.com', 1)
  const asked = performance.now()
  expect(await first.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(performance.now() - asked, 'milliseconds').toBeLessThan(patience)

  mailbox.mood = () => undefined
  await scene.start()
  const [, again] = await mailbox.count('jane@example.com', 2)
  expect(again?.messageId).toBe(sent.messageId)
  await expect.poll(() => mailsOf(website, ticketId), slow).toMatchObject([{ state: 'SENT' }])
}, 120_000)
