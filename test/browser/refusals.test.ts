import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { png } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const { websiteId } = website
const picture = { name: 'a.png', mimeType: 'image/png', buffer: png() }

async function openFrame(email: string, more: Record<string, string> = {}) {
  const opened = await openPage(browser)
  const src = website.frameUrl(email, { locale: 'de', ...more })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

test('the form says in its language that a category is gone, and keeps the text', async () => {
  await website.key.run('createCategory', { name: 'Parcels' }, '__typename')
  const { context, frame } = await openFrame('jane@example.com', { ticket: 'new' })
  await frame.getByLabel('Betreff').fill('Late')
  await frame.getByLabel('Kategorie').selectOption('Parcels')
  await frame.getByLabel('Nachricht').fill('It has not arrived.')
  await db.category.deleteMany({ where: { websiteId } })
  await frame.getByRole('button', { name: 'Ticket eröffnen' }).click()
  await frame.getByText('Diese Kategorie gibt es nicht mehr.').waitFor()
  expect(await frame.getByLabel('Nachricht').inputValue()).toBe('It has not arrived.')
  expect(await frame.locator('body').innerText()).not.toContain('There is no such')
  await context.close()
})

test('form and reply say in their language that the files have expired', async () => {
  const expired = 'Die Dateien wurden vor zu langer Zeit hinzugefügt.'
  const opened = await openFrame('kim@example.com', { ticket: 'new' })
  const { context, frame } = opened
  await frame.getByLabel('Betreff').fill('Late')
  await frame.getByLabel('Nachricht').fill('It has not arrived.')
  await frame.getByLabel('Dateien hinzufügen').setInputFiles([picture])
  await frame.getByText('Bereit').waitFor()
  await db.attachment.deleteMany({ where: { websiteId } })
  await frame.getByRole('button', { name: 'Ticket eröffnen' }).click()
  await frame.getByText(expired).waitFor()
  await frame.getByRole('button', { name: 'a.png entfernen' }).click()
  await frame.getByRole('button', { name: 'Ticket eröffnen' }).click()
  await frame.locator('.tc-pane-title', { hasText: 'Late' }).waitFor()

  await frame.getByLabel('Dateien hinzufügen').setInputFiles([picture])
  await frame.getByText('Bereit').waitFor()
  await db.attachment.deleteMany({ where: { websiteId } })
  const send = frame.getByRole('button', { name: 'Senden' })
  // The key's name on a German keyboard.
  expect(await send.getAttribute('title')).toBe('Senden mit Strg Enter')
  await frame.getByLabel('Ihre Antwort').fill('See this')
  await send.click()
  await frame.getByText(expired).waitFor()
  expect(await frame.locator('body').innerText()).not.toContain('Not one of your uploads')
  await context.close()
})

test('settings say in their language why the server refused a change', async () => {
  await website.key.run('createCategory', { name: 'Billing' }, '__typename')
  const { page, context } = await openPage(browser, { locale: 'de-DE' })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo())
  await page.getByRole('link', { name: 'Einstellungen' }).click()
  await page.getByRole('link', { name: 'Kategorien', exact: true }).click()
  await page.getByRole('textbox').fill('Billing')
  await page.getByRole('button', { name: 'Hinzufügen' }).click()
  await page.getByText('Diesen Namen gibt es schon.').waitFor()
  await page.getByRole('link', { name: 'Sicherheit' }).click()
  await page.getByLabel('Host').fill('co.uk')
  await page.getByRole('button', { name: 'Hinzufügen' }).click()
  await page.getByText('Öffentliche Suffixe wie co.uk sind nicht erlaubt.').waitFor()
  await page.getByRole('link', { name: 'Team', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Olaf')
  await page.locator('input[type=email]').fill('olaf@acme.com')
  await page.getByRole('button', { name: 'Hinzufügen' }).click()
  await page.getByText('Jemand im Team hat diese Adresse schon.').waitFor()
  await page.getByRole('link', { name: 'Kategorien', exact: true }).click()
  await db.category.deleteMany({ where: { websiteId } })
  await page.getByRole('button', { name: '„Billing“ löschen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
  await page.getByText('Das gibt es nicht mehr.').waitFor()
  await context.close()
})
