import { describe, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { emailsOf, openEmailScene, openJobs, openTicket } from './email-scene.ts'
import { startProxy } from './proxy.ts'

const patiently = { timeout: 120_000, interval: 250 }
const addresses = Array.from({ length: 60 }, (_, index) => `customer${index}@example.com`)

describe
  .skipIf(!postgres)
  .concurrent('while the database is away for some seconds in the middle of sending', () => {
    test.for([
      ['refuses connections', false],
      ['accepts them without responding', true],
    ] as const)(
      'and %s, emails wait, none is lost or sent twice, and the log can be read',
      { timeout: 240_000 },
      async ([_manner, mute], context) => {
        const { expect } = context
        const scene = await openEmailScene(context)
        const { mailbox } = scene
        const url = new URL(scene.variables.DATABASE_URL ?? '')
        const proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
        context.onTestFinished(() => proxy.down())
        url.port = String(proxy.port)
        url.hostname = '127.0.0.1'
        const server = await scene.start({ DATABASE_URL: url.href })
        const website = await scene.makeWebsite()
        const ready = async () => (await fetch(`${scene.origin}/readyz`)).status
        const tickets: string[] = []
        for (const address of addresses) tickets.push(await openTicket(website, address))
        await Promise.race(addresses.map((address) => mailbox.count(address, 1)))
        const before = server.output().split('\n').length
        await proxy.down({ mute })
        await expect.poll(ready).toBe(503)
        // As long as a database takes to restart: everything that retries does so several times.
        await new Promise((resolve) => setTimeout(resolve, 8_000))
        expect(await ready()).toBe(503)
        expect(mailbox.emails.length, 'emails before it comes back').toBeLessThan(addresses.length)
        if (mute) await proxy.down()
        await proxy.up()
        await expect.poll(ready).toBe(200)
        for (const ticket of tickets) {
          await expect.poll(() => emailsOf(website, ticket), patiently).toMatchObject([{ state: 'SENT' }])
        }
        await expect.poll(() => scene.sql(openJobs), patiently).toEqual([])
        expect(mailbox.emails.map(({ recipients: [address] }) => address).sort()).toEqual(
          addresses.toSorted(),
        )
        const lines = server.output().split('\n').slice(before)
        // One for each running job, and a few for everything else.
        expect(lines.length, 'lines of log').toBeLessThan(60)
      },
    )
  })
