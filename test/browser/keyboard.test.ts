import type { Frame } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { picture } from './files-scene.ts'
import { doJob, fillForJob, goAndReturn } from './keyboard-job.ts'
import { focusHere, type Typist } from './keyboard-steps.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const email = 'jane@example.com'
await fillForJob(website, email)

test.for([
  ['the whole job, list and ticket side by side,', 1_280, doJob],
  ['the way there and back on a narrow screen', 380, goAndReturn],
] as const)('%s is done by keyboard alone, and the focus is always seen', async ([, width, job]) => {
  const { page, complaints } = await openPage(browser, { viewport: { width, height: 800 } })
  // For frames of other sites, it takes longer to switch on than to press a key.
  page.on('filechooser', () => {})
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl(email))}`)
  const frame = page.frames()[1] as Frame
  await frame.locator('.tc-ticket').first().waitFor()
  const typist: Typist = {
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    focus: () => frame.evaluate(focusHere),
    see: (selector, hasText = '') => frame.locator(selector, { hasText }).first().waitFor(),
    miss: (selector, hasText = '') => expect.poll(() => frame.locator(selector, { hasText }).count()).toBe(0),
    async choose() {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
      await chooser.setFiles([picture('a.png'), picture('b.png')])
    },
  }
  await job(typist)
  expect(complaints).toEqual([])
  await page.close()
})
