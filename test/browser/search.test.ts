import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { encodeCursor } = await import('../../server/api/pagination.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
for (const subject of ['Red one', 'Red two', 'Blue three', 'Red four'])
  await jane.run('openTicket', { subject, body: 'Please' }, '__typename')

interface Sent {
  id: string
  payload: { variables?: { after?: string; search?: string; filter?: { search?: string } } }
}

/** Stops every search after the first ticket; returns a count of searches. */
async function stopSearches(page: Page): Promise<() => number> {
  const rows = await db.ticket.findMany({
    where: { websiteId: website.websiteId },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
  })
  const cursors = rows.map(({ lastActivityAt, id }) => encodeCursor(lastActivityAt.getTime(), id))
  const searches = new Map<string, string | undefined>()
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const { id, payload }: Sent = JSON.parse(String(message))
      const { after, search, filter } = payload?.variables ?? {}
      if (search ?? filter?.search) searches.set(id, after)
      server.send(message)
    })
    server.onMessage((message) => {
      const { id, type, payload } = JSON.parse(String(message))
      if (type !== 'next' || !searches.has(id)) return socket.send(message)
      const at = cursors.indexOf(searches.get(id) ?? '') + 1
      const { tickets } = payload.data
      const isLookedAt = ({ node }: { node: { subject: string } }) => node.subject === rows[at]?.subject
      tickets.edges = tickets.edges.filter(isLookedAt)
      Object.assign(tickets.pageInfo, { hasNextPage: at < rows.length - 1, endCursor: cursors[at] })
      socket.send(JSON.stringify({ id, type, payload }))
    })
  })
  return () => searches.size
}

const subjects = '[...document.querySelectorAll(".tc-ticket-list .tc-ticket")].map((one) => one.innerText)'

test('a search in the frame that the server stopped continues on its own to the end', async () => {
  const { page, complaints } = await openPage(browser)
  const searches = await stopSearches(page)
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('.tc-ticket').first().waitFor()
  await frame.getByLabel('Search your tickets').fill('red')
  const found = () => page.frames()[1]?.evaluate(subjects) as Promise<string[]>
  const [four, two, one] = ['Red four', 'Red two', 'Red one'].map((text) => expect.stringContaining(text))
  await expect.poll(found).toEqual([four, two, one])
  await expect.poll(searches).toBe(4)
  expect(await frame.getByRole('button', { name: 'Show older tickets' }).count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

test('so does one in the console', async () => {
  const { page } = await openPage(browser)
  const searches = await stopSearches(page)
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo())
  await page.locator('.tc-ticket').first().waitFor()
  await page.getByLabel('Search tickets').fill('red')
  await expect.poll(searches).toBe(4)
  await expect.poll(() => page.locator('.tc-ticket-list .tc-ticket').count()).toBe(3)
  await page.close()
})
