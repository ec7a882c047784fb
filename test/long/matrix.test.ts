import '../../.config/pseudo-locale.ts'
import { describe, expect, test } from 'vitest'
import { fillWithStates } from '../browser/fill-states.ts'
import { fillWithLongTexts } from '../browser/long-texts.ts'
import { walkFrame, walkSignIn } from '../browser/walk.ts'
import { walkConsole } from '../browser/walk-console.ts'
import { walkStates } from '../browser/walk-states.ts'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { catalogues } = await import('../../server/languages/catalogues.ts')
const allowedDomains = ['127.0.0.1', 'app.acme.com']
const newWebsite = () => createTestWebsite(origin, rootKey, { allowedDomains })
const website = await newWebsite()
await fillWithLongTexts(website, 'jane@example.com')
const [browser, port] = [await startBrowser(), await startDashboard()]
const busy = await newWebsite()
const filled = await fillWithStates(busy)

/** Short and long words, right to left, no spaces, and the pseudo-locale, which is longer than most. */
const scripts = ['en', 'de', 'ar', 'ja', 'en-XA']

/** Those of the console, and the pseudo-locale. */
const spoken = ['en', 'de', 'es', 'fr', 'it', 'pt-BR', 'en-XA']

// Texts need room in every language; colors do not depend on it.
for (const [colorScheme, width, languages] of [
  ['light', 320, [...catalogues.keys()]],
  ['light', 1280, [...catalogues.keys()]],
  ['dark', 380, scripts],
  ['dark', 1280, scripts],
] as const) {
  // The pseudo-locale needs more room than the narrowest phone has.
  const fitting = (language: string) => width > 320 || language !== 'en-XA'
  describe(`${colorScheme}, ${width} px wide`, () => {
    test.for(languages.filter(fitting))(
      'every screen of the frame in %s is translated, fits and passes the rules',
      async (language) => {
        const appearance = { language, colorScheme, width }
        expect(await walkFrame(browser, port, website, await newWebsite(), appearance)).toEqual([])
      },
    )

    test.for(scripts.filter(fitting))(
      'every state of the frame in %s is translated, fits and passes the rules',
      async (language) => {
        expect(await walkStates(browser, port, busy, filled, { language, colorScheme, width })).toEqual([])
      },
    )

    test.for(spoken.filter(fitting))(
      'every screen of the console in %s is translated, fits and passes the rules',
      async (language) => {
        expect(await walkConsole(browser, website, { language, colorScheme, width })).toEqual([])
      },
    )

    test('every sign-in page of the console fits and passes the rules', async () => {
      expect(await walkSignIn(browser, website, { language: 'en', colorScheme, width })).toEqual([])
    })
  })
}
