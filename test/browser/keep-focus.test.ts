import type { BrowserContext, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
await jane.run('openTicket', { subject: 'Help', body: 'Please' }, '__typename')

/** The frame, once what keeps the focus is loaded. */
async function open(prepare: (context: BrowserContext) => Promise<unknown>) {
  const { page, context } = await openPage(browser)
  await prepare(context)
  const keeps = page.waitForEvent('requestfinished', (request) => request.url().includes('keep-focus'))
  const src = website.frameUrl('jane@example.com')
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  await keeps
  const frame = page.frameLocator('iframe')
  return { page, context, frame, focused: frame.locator('*:focus') }
}

const form = '**/assets/late-FormAndFaqs-*'

test('the focus goes from “Try again” to the form that it loads', async () => {
  const { page, context, frame, focused } = await open((context) =>
    context.route(form, (route) => route.abort()),
  )
  await frame.getByRole('button', { name: 'New ticket' }).first().press('Enter')
  const again = frame.locator('.tc-detail').getByRole('button', { name: 'Try again' })
  await again.waitFor()
  await context.unroute(form)
  await again.press('Enter')
  await frame.getByLabel('Subject').and(focused).waitFor()
  await page.close()
})

test('Tab waits for a form that is slow to load, and goes on in it', async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<Route>()
  const { page, frame, focused } = await open((context) => context.route(form, ask))
  await frame.getByRole('button', { name: 'New ticket' }).first().press('Enter')
  await frame.locator('.tc-pane-title').and(focused).waitFor()
  await page.keyboard.press('Tab')
  await frame.locator('.tc-detail').getByRole('status').and(focused).waitFor()
  await (await asked).continue()
  await frame.getByLabel('Subject').and(focused).waitFor()
  await page.close()
})

test('the focus goes from a file that is discarded to the button that adds files', async () => {
  const { page, frame, focused } = await open((context) =>
    context.route('**/assets/late-create-files-*', (route) => route.abort()),
  )
  await frame.locator('.tc-ticket').first().press('Enter')
  const files = frame.getByLabel('Add files')
  await files.setInputFiles([{ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') }])
  await frame.getByRole('button', { name: 'Discard' }).press('Enter')
  await files.and(focused).waitFor()
  expect(await frame.getByText('a.csv').count()).toBe(0)
  await page.close()
})

test('the focus goes from “Show older tickets” to the first of them', async () => {
  for (let n = 1; n <= 25; n++)
    await jane.run('openTicket', { subject: `${n}`, body: 'Please' }, '__typename')
  const { page, frame, focused } = await open(async () => {})
  const older = frame.getByRole('button', { name: 'Show older tickets' })
  await older.waitFor()
  const tickets = frame.locator('.tc-ticket')
  const first = await tickets.count()
  await older.focus()
  await tickets.nth(first).and(focused).waitFor()
  await page.close()
})
