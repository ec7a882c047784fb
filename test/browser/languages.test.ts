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

test.for([
  { language: 'ja', colorScheme: 'light', width: 380 },
  { language: 'ar', colorScheme: 'dark', width: 1280 },
] as const)(
  'every state of the frame in $language, $colorScheme and $width px wide is translated, fits and passes the rules',
  async (appearance) => {
    expect(await walkStates(browser, port, busy, filled, appearance)).toEqual([])
  },
)

test('every screen of the console in dark colors on a phone fits and passes the rules', async () => {
  const appearance = { language: 'de', colorScheme: 'dark', width: 380 } as const
  expect(await walkConsole(browser, website, appearance)).toEqual([])
})

test('every screen of the console in the pseudo-locale is translated, fits and passes the rules', async () => {
  const appearance = { language: 'en-XA', colorScheme: 'light', width: 1280 } as const
  expect(await walkConsole(browser, website, appearance)).toEqual([])
})
