import { describe, expect, onTestFinished, test } from 'vitest'
import { postgres } from '../support/environment.ts'
import { mailsOf, openJobs, openMailScene, openTicket } from './mail-scene.ts'
import { startProxy } from './proxy.ts'

const slow = { timeout: 90_000, interval: 100 }
const addresses = Array.from({ length: 60 }, (_, index) => `customer${index}@example.com`)

describe.skipIf(!postgres)('while the database is down for some seconds', () => {
  test.each([false, true])(
    'mails wait, none is lost or sent twice, and the log stays readable (mute: %s)',
    async (mute) => {
      const scene = await openMailScene()
      const { mailbox } = scene
      const url = new URL(scene.variables.DATABASE_URL ?? '')
      const proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
      onTestFinished(() => proxy.down())
      url.port = String(proxy.port)
      url.hostname = '127.0.0.1'
      const server = await scene.start({ DATABASE_URL: url.href })
      const website = await scene.makeWebsite()
      const ready = async () => (await fetch(`${scene.origin}/readyz`)).status
      const tickets: string[] = []
      await Promise.all(addresses.map(async (address) => tickets.push(await openTicket(website, address))))
      await Promise.race(addresses.map((address) => mailbox.count(address, 1)))
      const before = server.output().split('\n').length
      await proxy.down({ mute })
      await expect.poll(ready, { timeout: 3_000 }).toBe(503)
      // As long as a restart of a database takes: whatever tries again does so several times.
      await new Promise((resolve) => setTimeout(resolve, 8_000))
      expect(await ready()).toBe(503)
      if (mute) await proxy.down()
      await proxy.up()
      await expect.poll(ready, { timeout: 10_000 }).toBe(200)
      for (const ticket of tickets) {
        await expect.poll(() => mailsOf(website, ticket), slow).toMatchObject([{ state: 'SENT' }])
      }
      await expect.poll(() => scene.sql(openJobs), slow).toEqual([])
      expect(mailbox.mails.map(({ recipients: [address] }) => address).sort()).toEqual(addresses.toSorted())
      const lines = server.output().split('\n').slice(before)
      // One for each job that was in hand, and a few for all the rest.
      expect(lines.length, 'lines of log').toBeLessThan(60)
    },
    180_000,
  )
})
