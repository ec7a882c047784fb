import '../../.config/pseudo-locale.ts'
import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { fillWithLongTexts } from './long-texts.ts'
import { walkFrame } from './walk.ts'
import { walkConsole } from './walk-console.ts'

const { origin, rootKey } = await startOwnApp()
const allowedDomains = ['127.0.0.1', 'app.acme.com']
const newWebsite = () => createTestWebsite(origin, rootKey, { allowedDomains })
const website = await newWebsite()
await fillWithLongTexts(website, 'jane@example.com')
const [browser, port] = [await startBrowser(), await startDashboard()]

// test/long/matrix.test.ts covers every language, color scheme and width.
test.for([
  { language: 'ar', colorScheme: 'dark', width: 380 },
  { language: 'en-XA', colorScheme: 'light', width: 1280 },
] as const)(
  'every screen of the frame in $language, $colorScheme and $width px wide is translated, fits and passes the rules',
  async (appearance) => {
    expect(await walkFrame(browser, port, website, await newWebsite(), appearance)).toEqual([])
  },
)

test('every screen of the console in the pseudo-locale is translated, fits and passes the rules', async () => {
  const appearance = { language: 'en-XA', colorScheme: 'light', width: 1280 } as const
  expect(await walkConsole(browser, website, appearance)).toEqual([])
})
