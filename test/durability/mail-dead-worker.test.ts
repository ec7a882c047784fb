import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { mailsOf, openMailScene, openTicket } from './mail-scene.ts'

const jane = 'jane@example.com'
/** Milliseconds within which another process has taken over. */
const patience = 60_000

describe.skipIf(!postgres)('beside a process that is killed with a mail in hand', () => {
  test.each(['worker', 'all'] as const)(
    'another (ROLE=%s) sends it within a minute',
    async (role) => {
      const scene = await openMailScene()
      const { mailbox } = scene
      await scene.start({ ROLE: 'web' })
      const website = await scene.makeWebsite()
      const holder = await scene.startAnother(role)
      mailbox.mood = () => 'hang'
      await openTicket(website, jane)
      await mailbox.count(jane, 1)
      await scene.startAnother(role)
      mailbox.mood = () => undefined
      await holder.stop()
      const killed = performance.now()
      await mailbox.count(jane, 2)
      expect(performance.now() - killed, 'milliseconds').toBeLessThan(patience)
    },
    120_000,
  )

  test('another sends it within a minute although it was tried in vain many times before', async () => {
    const scene = await openMailScene()
    const { mailbox } = scene
    await scene.start({ ROLE: 'web' })
    const website = await scene.makeWebsite()
    const holder = await scene.startAnother('worker')
    mailbox.mood = () => 451
    const ticketId = await openTicket(website, jane)
    for (let tries = 1; tries <= 5; tries++) {
      await expect
        .poll(() => mailsOf(website, ticketId), { timeout: 10_000, interval: 50 })
        .toMatchObject([{ attempts: tries }])
      if (tries === 5) mailbox.mood = () => 'hang'
      await expect
        .poll(() =>
          scene.sql(
            `UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND start_after > now() RETURNING id`,
          ),
        )
        .toHaveLength(1)
    }
    await mailbox.count(jane, 1)
    await scene.startAnother('worker')
    mailbox.mood = () => undefined
    await holder.stop()
    const killed = performance.now()
    await mailbox.count(jane, 2)
    expect(performance.now() - killed, 'milliseconds').toBeLessThan(patience)
  }, 180_000)

  test('but one that lives and takes 40 seconds over a mail is let be', async () => {
    const scene = await openMailScene()
    const mails: string[] = []
    const slow = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: async (_address, _session, callback) => {
        await sleep(20_000)
        callback()
      },
      onData: async (stream, session, callback) => {
        for await (const _ of stream);
        mails.push(...session.envelope.rcptTo.map(({ address }) => address))
        await sleep(22_000)
        callback()
      },
    })
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => slow.close(resolve)))
    const { port } = slow.server.address() as AddressInfo
    scene.variables.SMTP_URL = `smtp://127.0.0.1:${port}`
    await scene.start()
    await scene.startAnother('worker')
    const website = await scene.makeWebsite()
    const ticketId = await openTicket(website, jane)
    await expect
      .poll(() => mailsOf(website, ticketId), { timeout: 60_000, interval: 500 })
      .toMatchObject([{ state: 'SENT', attempts: 1 }])
    const jobs = `SELECT state, retry_count AS retries FROM pgboss.job WHERE name = 'mail'`
    await expect.poll(() => scene.sql(jobs)).toEqual([{ state: 'completed', retries: 0 }])
    expect(mails).toEqual([jane])
  }, 180_000)
})

describe.skipIf(postgres)('after a process was killed with a mail in hand', () => {
  test('the next sends it within a minute of its start', async () => {
    const scene = await openMailScene()
    const { mailbox } = scene
    const holder = await scene.start()
    const website = await scene.makeWebsite()
    mailbox.mood = () => 'hang'
    await openTicket(website, jane)
    await mailbox.count(jane, 1)
    mailbox.mood = () => undefined
    await holder.stop()
    const started = performance.now()
    await scene.start()
    await mailbox.count(jane, 2)
    expect(performance.now() - started, 'milliseconds').toBeLessThan(patience)
  }, 120_000)
})
