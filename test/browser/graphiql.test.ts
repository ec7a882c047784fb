import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage } from '../support/dashboard.ts'

const { origin } = await startApp()
const browser = await startBrowser()

test('GraphiQL works without the internet: it asks nobody but this server', async () => {
  const { page, context } = await openPage(browser)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(`${origin}/graphql?query={__typename}`)
  await page.getByRole('button', { name: /execute/i }).click()
  await page.getByText('"Query"').waitFor()
  expect([...asked].filter((from) => from !== 'null')).toEqual([origin])
  await context.close()
})
