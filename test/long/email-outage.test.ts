import { expect, test } from 'vitest'
import {
  type EmailScene,
  emailsOf,
  openEmailScene,
  openJobs,
  openTicket,
  reply,
} from '../durability/email-scene.ts'
import type { ServerProcess } from '../support/process.ts'

const jane = 'jane@example.com'
const patiently = { timeout: 120_000, interval: 250 }

/** Stops the server, lets `work` change the database, and restarts the server. */
async function interrupt(scene: EmailScene, server: ServerProcess, work: () => Promise<unknown>) {
  expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  await work()
  return scene.start()
}

const tryNow = `UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state < 'active'`

test.concurrent('while the mail server is down, emails are retried with backoff across restarts, and then all arrive', async (context) => {
  const { expect } = context
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  let server = await scene.start()
  const website = await scene.makeWebsite()
  await mailbox.down()
  const ticketId = await openTicket(website, jane)

  const tried = (attempts: number) =>
    expect
      .poll(() => emailsOf(website, ticketId), patiently)
      .toMatchObject([{ state: 'QUEUED', attempts, failure: 'The mail server could not be reached' }])
  /** Seconds until the next attempt, after this many. */
  const steps = [
    { attempts: 1, least: 10, most: 20 },
    { attempts: 2, least: 20, most: 40 },
    { attempts: 7, least: 640, most: 1_280 },
    { attempts: 100, least: 1_800, most: 1_800 },
  ]
  for (const [place, { attempts, least, most }] of steps.entries()) {
    await tried(attempts)
    server = await interrupt(scene, server, async () => {
      const [wait] = await scene.sql(`SELECT extract(epoch FROM start_after - created_on)::float AS seconds
        FROM pgboss.job WHERE name = 'mail' AND state < 'active'`)
      expect(wait?.seconds).toBeGreaterThanOrEqual(least)
      expect(wait?.seconds).toBeLessThanOrEqual(most)
      const next = steps[place + 1]?.attempts ?? 101
      await scene.sql(`UPDATE "Mail" SET attempts = ${next - 1}`)
      await scene.sql(tryNow)
    })
  }
  await tried(101)

  await reply(website, ticketId, 'More words')
  await expect
    .poll(() => emailsOf(website, ticketId), patiently)
    .toMatchObject([{ attempts: 101 }, { attempts: 1 }])
  await mailbox.up()
  server = await interrupt(scene, server, () => scene.sql(tryNow))
  await expect
    .poll(() => emailsOf(website, ticketId), patiently)
    .toMatchObject([
      { state: 'SENT', attempts: 102 },
      { state: 'SENT', attempts: 2 },
    ])
  expect(mailbox.to(jane)).toHaveLength(2)
  const byDate = mailbox.to(jane).toSorted((one, other) => Number(one.date) - Number(other.date))
  expect(byDate.map(({ text }) => text)).toEqual([
    expect.stringContaining('The first words'),
    expect.stringContaining('More words'),
  ])
  expect(byDate[1]?.inReplyTo).toBe(byDate[0]?.messageId)
  await server.stop('SIGTERM')
  expect(await scene.sql(openJobs)).toEqual([])
})

test.concurrent('an email that is four days old fails with the mail server’s response', async (context) => {
  const { expect } = context
  const scene = await openEmailScene(context)
  const server = await scene.start()
  const website = await scene.makeWebsite()
  scene.mailbox.mood = () => 451
  const ticketId = await openTicket(website, jane)
  const age = (time: string) => async () => {
    await scene.sql(`UPDATE "Mail" SET "createdAt" = now() - interval '${time}'`)
    await scene.sql(tryNow)
  }
  await expect
    .poll(() => emailsOf(website, ticketId), patiently)
    .toMatchObject([{ state: 'QUEUED', attempts: 1 }])
  const second = await interrupt(scene, server, age('3 days 23 hours'))
  await expect
    .poll(() => emailsOf(website, ticketId), patiently)
    .toMatchObject([{ state: 'QUEUED', attempts: 2 }])
  const third = await interrupt(scene, second, age('4 days 1 minute'))
  await expect
    .poll(() => emailsOf(website, ticketId), patiently)
    .toEqual([{ to: jane, state: 'FAILED', attempts: 3, failure: '451 not now' }])
  await third.stop('SIGTERM')
  expect(await scene.sql(openJobs)).toEqual([])
})
