import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const { websiteId } = website
const count = 330

const jane = await website.customer('jane@example.com')
await jane.run('openTicket', { subject: 'Newest', body: 'Please' }, '__typename')
await db.website.update({ where: { id: websiteId }, data: { ticketCount: { increment: count } } })
await db.$executeRaw`
  INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "preview", "customerId", "messageCount",
    "customerReadPosition", "lastActivityAt", "updatedAt", "historyFilled")
  SELECT gen_random_uuid(), ${websiteId}::uuid, 1 + n, 'Older ' || n, 'Please', c."id", 1, 1,
    now() - n * interval '1 hour', now(), true
  FROM generate_series(1, ${count}::int) n, "Customer" c WHERE c."websiteId" = ${websiteId}::uuid`

test('of a long list, only the tickets near those in view are in the page, in their places', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')
  const scroller = frame.locator('.tc-sidebar__body')
  const rows = frame.locator('.tc-ticket')
  await rows.first().waitFor()
  const { height: one = 0 } = (await frame.locator('.tc-ticket-item').first().boundingBox()) ?? {}
  await expect
    .poll(async () => {
      await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      return frame.getByText(`Older ${count}`, { exact: true }).count()
    })
    .toBe(1)
  expect(await rows.count()).toBeLessThanOrEqual(150)
  const { height: all = 0 } = (await frame.locator('.tc-ticket-list').boundingBox()) ?? {}
  expect(Math.round(all / one)).toBe(count + 1)
  const last = frame.locator('.tc-ticket-item', { hasText: `Older ${count}` })
  expect(await last.getAttribute('aria-posinset')).toBe(`${count + 1}`)
  expect(await last.getAttribute('aria-setsize')).toBe(`${count + 1}`)

  await scroller.evaluate((element, top) => element.scrollTo(0, top), 200 * one)
  await frame.getByText('Older 200', { exact: true }).waitFor()
  const { y = 0 } = (await frame.locator('.tc-ticket-item', { hasText: 'Older 200' }).boundingBox()) ?? {}
  expect(y).toBeCloseTo((await scroller.boundingBox())?.y ?? 0, -1)
  await scroller.evaluate((element) => element.scrollTo(0, 0))
  await frame.getByText('Newest', { exact: true }).waitFor()
  expect(await frame.getByText(`Older ${count}`, { exact: true }).count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})
