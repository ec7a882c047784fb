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

test('an administrator translates the greeting, categories and questions, and customers read them in their language', async () => {
  const site = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
  await site.key.run('createCategory', { name: 'Delivery' }, '__typename')
  await site.key.run('createFaq', { question: 'Where is it?', answer: 'On its way.' }, '__typename')
  await site.key.run('updateCustomization', { greeting: 'How can we help?' }, '__typename')
  const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 1500 } })
  const german = () => page.getByLabel('Add a language').first().selectOption('de')
  const save = () => page.getByRole('button', { name: 'Save' }).first().click()

  await page.goto(consoleOf(site, 'ada@acme.com').linkTo({ place: '/settings/welcome' }))
  await german()
  await page.getByLabel('German', { exact: true }).fill('Wie können wir helfen?')
  await save()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Categories', exact: true }).click()
  await page.getByRole('button', { name: 'Edit “Delivery”' }).click()
  await german()
  await page.getByLabel('German', { exact: true }).fill('Lieferung')
  await save()
  await page.getByRole('button', { name: 'Edit “Delivery”' }).waitFor()
  await page.getByRole('link', { name: 'FAQs', exact: true }).click()
  await page.getByRole('button', { name: 'Edit “Where is it?”' }).click()
  await german()
  await page.getByLabel('Question (German)').fill('Wo ist es?')
  await page.getByLabel('Answer (German)').fill('Auf dem *Weg*.')
  await save()
  await page.getByRole('button', { name: 'Edit “Where is it?”' }).waitFor()

  const openFrame = async (locale: string) => {
    const src = site.frameUrl('jane@example.com', { locale })
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    return page.frameLocator('iframe')
  }
  const frame = await openFrame('de')
  await frame.getByText('Wie können wir helfen?').waitFor()
  await frame.getByLabel('Kategorie').selectOption({ label: 'Lieferung' })
  await frame.getByText('Wo ist es?').click()
  await frame.locator('.tc-faq__answer em', { hasText: 'Weg' }).waitFor()
  const inFrench = await openFrame('fr')
  await inFrench.getByText('How can we help?').waitFor()
  await inFrench.getByText('Where is it?').waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
