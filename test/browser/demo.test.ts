import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage } from '../support/dashboard.ts'
import { testDemo } from './demo-rules.ts'

const { origin } = await startOwnApp({ DEMO: 'on' })
const browser = await startBrowser()

test('the demo dashboard shows the number of unread tickets, and nothing once all are read', async () => {
  const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 800 } })
  await page.goto(origin)
  const [frame, badge] = [page.frameLocator('iframe'), page.getByRole('navigation').locator('.badge')]
  const unread = frame.locator('.tc-ticket--unread')
  await unread.first().waitFor()
  const count = await unread.count()
  await expect.poll(() => badge.textContent()).toBe(`${count} unread`)
  for (let left = count; left > 0; left--) {
    await expect.poll(() => badge.locator('b').textContent()).toBe(String(left))
    await unread.first().click()
    await expect.poll(() => unread.count()).toBe(left - 1)
  }
  await badge.waitFor({ state: 'hidden' })
  expect(complaints).toEqual([])
  await page.close()
})

// test/long/accessibility.test.ts has the other two combinations.
testDemo(browser, origin, { colorScheme: 'light', width: 1280 })
testDemo(browser, origin, { colorScheme: 'dark', width: 380 })
