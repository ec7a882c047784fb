import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { startDemo } from './demo.ts'

// `node test/screenshots/languages.ts FOLDER [LANGUAGE…]`: the frame's screens in four languages, light and dark, from
// the narrowest phone to a wide window, for review. The packaged Chromium lacks fonts: FONTCONFIG_PATH=/etc/fonts.
const [, , folder, ...chosen] = process.argv
if (!folder) throw new Error('Say where to put the pictures')
mkdirSync(folder, { recursive: true })
const { origin, browser, close } = await startDemo()
const { demoIframeUrl } = await import('../../server/demo/website.ts')

const screens: Record<string, (frame: Frame) => Promise<void>> = {
  async list(frame) {
    await frame.locator('.tc-ticket').first().waitFor()
  },
  async conversation(frame) {
    await frame.locator('.tc-ticket').first().click()
    await frame.locator('.tc-message').last().waitFor()
  },
  async 'new-ticket'(frame) {
    await frame.locator('.tc-sidebar__header .tc-button').click()
    await frame.locator('.tc-new-ticket [type=submit]').click()
    await frame.locator('.tc-field--invalid').first().waitFor()
  },
  async search(frame) {
    await frame.locator('.tc-find__filter').click()
    await frame.locator('.tc-filters select').first().waitFor()
    await frame.locator('.tc-find input').fill('no such words')
    await frame.locator('.tc-sidebar__body .tc-empty').waitFor()
  },
}

for (const language of chosen.length > 0 ? chosen : ['en', 'de', 'ar', 'ja']) {
  const signed = await demoIframeUrl(origin, 'nadia@kiln-and-clay.example', 'Nadia')
  const src = `${signed}&locale=${language}`
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 380, 900, 1600]) {
      const viewport = { width, height: 720 }
      const page = await browser.newPage({ colorScheme, viewport, locale: language, reducedMotion: 'reduce' })
      for (const [name, show] of Object.entries(screens)) {
        await page.goto(origin)
        await page.locator('iframe').evaluate((frame: HTMLIFrameElement, address) => {
          document.body.replaceChildren(frame)
          Object.assign(document.body.style, { margin: '0', padding: '0', display: 'block' })
          frame.style.blockSize = '100vh'
          frame.src = address
        }, src)
        await page
          .frameLocator(`iframe[src*="locale=${language}"]`)
          .locator(`html[lang="${language}"]`)
          .waitFor()
        await page.frameLocator('iframe').locator('.tc-ticket').first().waitFor()
        await show(page.frames()[1] as Frame)
        await page.evaluate('document.fonts.ready')
        await page.screenshot({ path: join(folder, [name, language, colorScheme, `${width}.png`].join('-')) })
      }
      await page.close()
    }
  }
}
await close()
