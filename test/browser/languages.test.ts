import '../../.config/pseudo-locale.ts'
import { expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { fillWithStates } from './fill-states.ts'
import { fillWithLongTexts } from './long-texts.ts'
import { walkFrame } from './walk.ts'
import { walkConsole } from './walk-console.ts'
import { walkStates } from './walk-states.ts'

const { origin, rootKey } = await startOwnApp()
const allowedDomains = ['127.0.0.1', 'app.acme.com']
const newWebsite = () => createTestWebsite(origin, rootKey, { allowedDomains })
const website = await newWebsite()
await fillWithLongTexts(website, 'jane@example.com')
const [browser, port] = [await startBrowser(), await startDashboard()]
const busy = await newWebsite()
const filled = await fillWithStates(busy)

// test/long/matrix.test.ts walks in every language, color scheme and width. Here, each screen is translated and right in
// the longest texts, and those of a customer also from right to left.
test.for([
  { language: 'ar', colorScheme: 'dark', width: 380 },
  { language: 'en-XA', colorScheme: 'light', width: 1280 },
] as const)(
  'every screen of the frame in $language, $colorScheme and $width px wide is translated, fits and passes the rules',
  async (appearance) => {
    expect(await walkFrame(browser, port, website, await newWebsite(), appearance)).toEqual([])
  },
)

const dark = { language: 'en-XA', colorScheme: 'dark', width: 380 } as const

test('every state of the frame in dark colors on a phone is translated, fits and passes the rules', async () => {
  expect(await walkStates(browser, port, busy, filled, dark)).toEqual([])
})

test('every screen of the console in dark colors on a phone is translated, fits and passes the rules', async () => {
  expect(await walkConsole(browser, website, dark)).toEqual([])
})
