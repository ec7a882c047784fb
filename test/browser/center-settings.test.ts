import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const browser = await startBrowser()

async function openSettings(section: string) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 1500 } })
  await opened.page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: `/settings/${section}` }))
  return opened
}

test('an administrator sets the number of questions, follow-ups and who sees typing', async () => {
  const { page, context, complaints } = await openSettings('faqs')
  const read = async () =>
    (await website.key.ask('{ website { maxFaqs followUpAfterDays typingEnabled } }')).website
  await page.getByLabel('Maximum number').selectOption('10')
  await expect.poll(read).toEqual({ maxFaqs: 10, followUpAfterDays: null, typingEnabled: true })
  await page.getByRole('link', { name: 'General', exact: true }).click()
  await page.getByLabel('Replies to solved tickets').selectOption('Open a new ticket after 7 days')
  await page.getByLabel('Show who is typing').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(read).toEqual({ maxFaqs: 10, followUpAfterDays: 7, typingEnabled: false })
  expect(complaints).toEqual([])
  await context.close()
})
