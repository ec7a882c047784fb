import { expect, test } from 'vitest'
import { emailsOf, openEmailScene, openJobs, openTicket } from './email-scene.ts'
import { startSlowMailServer } from './slow-mail-server.ts'

const patiently = { timeout: 120_000, interval: 250 }
const addresses = Array.from({ length: 40 }, (_, index) => `customer${index}@example.com`)

test('SIGTERM while emails are being sent loses none and repeats none', async (context) => {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  const first = await scene.startHere()
  const website = await scene.makeWebsite()
  await mailbox.down()
  const tickets: string[] = []
  for (const address of addresses) tickets.push(await openTicket(website, address))
  for (const ticket of tickets) {
    const attempts = async () => (await emailsOf(website, ticket))[0]?.attempts
    await expect.poll(attempts, patiently).toBeGreaterThanOrEqual(1)
  }
  await first.stop()
  await scene.sql(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state < 'active'`)

  const slow = await startSlowMailServer(context, 200)
  scene.variables.SMTP_URL = slow.url
  const second = await scene.start()
  await slow.taking
  expect(await second.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(slow.recipients.length, 'emails sent by then').toBeLessThan(addresses.length)

  const third = await scene.startHere()
  for (const ticket of tickets) {
    await expect.poll(() => emailsOf(website, ticket), patiently).toMatchObject([{ state: 'SENT' }])
  }
  expect(slow.recipients.toSorted()).toEqual(addresses.toSorted())
  await third.stop()
  expect(await scene.sql(openJobs)).toEqual([])
})

test('SIGTERM ends the process while the mail server is silent, and the next process sends the email', async (context) => {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  const first = await scene.start()
  const website = await scene.makeWebsite()
  mailbox.mood = () => 'hang'
  const ticketId = await openTicket(website, 'jane@example.com')
  const [sent] = await mailbox.count('jane@example.com', 1)
  expect(await first.stop('SIGTERM')).toEqual({ code: 0, signal: null })

  mailbox.mood = () => undefined
  await scene.startHere()
  const [, again] = await mailbox.count('jane@example.com', 2)
  expect(again?.messageId).toBe(sent.messageId)
  await expect.poll(() => emailsOf(website, ticketId), patiently).toMatchObject([{ state: 'SENT' }])
})
