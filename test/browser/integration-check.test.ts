import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const browser = await startBrowser()

test('the integration check explains in the operator’s language what is wrong and how to fix it', async () => {
  const { page, complaints } = await openPage(browser, { locale: 'de-DE' })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/settings/check' }))
  const check = async (tag: string, from: string) => {
    await page.getByLabel('Iframe-Tag oder dessen Adresse').fill(tag)
    await page.getByLabel('Adresse der Seite').fill(from)
    await page.getByRole('button', { name: 'Prüfen' }).click()
  }
  const tag = iframeTag(website.frameUrl('jane@example.com'))
  await check(tag.replace(/hmac=\w+/, 'hmac=0000').replace(' allow-scripts', ''), 'evil.test')
  await page.getByRole('heading', { name: '3 Probleme gefunden' }).waitFor()
  for (const text of [
    'Der Sandbox fehlt allow-scripts: Die App kann nicht laufen, senden oder Links öffnen.',
    'Er hat 4 Zeichen, erwartet werden 64 hexadezimale Ziffern in Kleinbuchstaben.',
    'Schreiben Sie den vollständigen HMAC-SHA256 als hexadezimale Ziffern, ohne Anführungszeichen.',
    'evil.test ist keine erlaubte Domain.',
    'Fügen Sie evil.test zu den erlaubten Domains hinzu.',
  ])
    await page.getByText(text).waitFor()
  expect(await violations(page.mainFrame())).toEqual([])
  await check(tag, 'https://app.acme.com')
  await page.getByRole('heading', { name: 'Alles stimmt' }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
