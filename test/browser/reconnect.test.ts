import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')

/** What the page sends over its socket. */
function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  return sent
}

const addresses = {
  frame: () => `http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`,
  console: () => consoleOf(website, 'ada@acme.com').linkTo(),
}

describe.for(['frame', 'console'] as const)('after a lost connection, the list in the %s', (app) => {
  test('shows changes since then without being refetched', async () => {
    const { ticket } = await jane.run(
      'openTicket',
      { subject: `Lost ${app}`, body: 'Hello' },
      'ticket { id }',
    )
    const { page, context } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    const sent = sentBy(page)
    await page.goto(addresses[app]())
    const root = app === 'frame' ? page.frameLocator('iframe') : page
    const item = root.locator('.tc-ticket', { hasText: `Lost ${app}` })
    await item.waitFor()
    await expect.poll(() => sent.filter((text) => text.includes('icketChanged')).length).toBe(1)
    const before = sent.length
    await context.setOffline(true)
    await root.getByText('You are offline').first().waitFor()
    const solving = { ticketId: ticket.id, status: 'SOLVED' }
    await website.key.run('setTicketStatus', solving, '__typename')
    await context.setOffline(false)
    // Solved tickets are marked in the frame, and removed from the list of open ones in the console.
    if (app === 'frame') await item.locator('.tc-status--solved').waitFor()
    else await expect.poll(() => item.count()).toBe(0)
    const again = sent.slice(before)
    expect(again.filter((text) => text.includes('icketChanged'))).toHaveLength(1)
    expect(again.filter((text) => /"(FirstScreen|ConsoleTickets)"/.test(text))).toEqual([])
    await page.close()
  })
})
