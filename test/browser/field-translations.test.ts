import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

test('an administrator translates a field, and customers fill it in in their language', async () => {
  const { category } = await website.key.run('createCategory', { name: 'Billing' }, 'category { id }')
  const plan = {
    name: 'plan',
    label: 'Plan',
    hint: 'On your invoice',
    type: 'CHOICE',
    choices: ['Free', 'Pro'],
  }
  await website.key.run('createCategoryField', { ...plan, categoryId: category.id }, 'field { id }')
  const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 1500 } })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/settings/categories' }))
  await page.getByRole('button', { name: /Fields/ }).click()
  await page.getByRole('button', { name: 'Edit “Plan”' }).click()
  await page.getByLabel('Add a language').selectOption('de')
  const label = page.getByLabel('Label (German)')
  await label.fill('Tarif')
  // Only the text is German, not its label.
  const languages = (element: Element) =>
    [element, element.parentElement].map((one) => one?.closest('[lang]')?.getAttribute('lang'))
  expect(await label.evaluate(languages)).toEqual(['de', 'en'])
  await page.getByLabel('Hint (German)').fill('Auf der Rechnung')
  await page.getByLabel('Pro (German)').fill('Profi')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Edit “Plan”' }).waitFor()
  const frame = page.frameLocator('iframe')
  const src = website.frameUrl('jane@example.com', { locale: 'de', ticket: 'new', category: 'Billing' })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  await frame.getByLabel('Tarif').selectOption({ label: 'Profi' })
  expect(await frame.getByLabel('Tarif').inputValue()).toBe('Pro')
  await frame.getByText('Auf der Rechnung').waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
