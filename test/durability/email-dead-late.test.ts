import { describe, expect, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { emailsOf, expectTakeover, openEmailScene, openTicket } from './email-scene.ts'
import { startSlowMailServer } from './slow-mail-server.ts'

const jane = 'jane@example.com'

describe.skipIf(!postgres)('with a process that is sending an email', () => {
  test('that is killed after many failed attempts, another one sends it', async (context) => {
    const scene = await openEmailScene(context)
    const { mailbox } = scene
    const web = await scene.startHere({ ROLE: 'web' })
    const website = await scene.makeWebsite()
    const holder = await scene.startAnother('worker')
    mailbox.mood = () => 451
    const ticketId = await openTicket(website, jane)
    const tryNow = `UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND start_after > now() RETURNING id`
    for (let attempts = 1; attempts <= 5; attempts++) {
      await expect.poll(() => emailsOf(website, ticketId), { interval: 250 }).toMatchObject([{ attempts }])
      if (attempts === 5) mailbox.mood = () => 'hang'
      await expect.poll(() => scene.sql(tryNow)).toHaveLength(1)
    }
    await web.stop()
    await expectTakeover(scene, jane, holder)
  })

  test('and waits 40 seconds for the mail server, no other takes it over, and it is sent once', async (context) => {
    const scene = await openEmailScene(context)
    const slow = await startSlowMailServer(context, 42_000)
    scene.variables.SMTP_URL = slow.url
    await scene.startHere()
    await scene.startAnother('worker')
    const website = await scene.makeWebsite()
    const ticketId = await openTicket(website, jane)
    await expect
      .poll(() => emailsOf(website, ticketId), { timeout: 90_000, interval: 500 })
      .toMatchObject([{ state: 'SENT', attempts: 1 }])
    const jobs = `SELECT state, retry_count AS retries FROM pgboss.job WHERE name = 'mail'`
    await expect.poll(() => scene.sql(jobs)).toEqual([{ state: 'completed', retries: 0 }])
    expect(slow.recipients).toEqual([jane])
  })
})
