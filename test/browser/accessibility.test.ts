import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage } from '../support/dashboard.ts'

const { origin } = await startApp({ DEMO: 'on' })
const browser = await startBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the document itself breaks of axe-core's rules, and where. */
async function violations(document: Page | Frame): Promise<string[]> {
  // Evaluated over the debugging protocol: the page's own policy admits no script but its own.
  await document.evaluate(axe)
  const result = await document.evaluate('axe.run({ resultTypes: ["violations"], iframes: false })')
  const { violations } = result as {
    violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[]
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 380]) {
    describe(`${colorScheme}, ${width} px wide`, () => {
      const options = { colorScheme, viewport: { width, height: 800 } }

      test('the demo’s list, conversation and form break no rule and are no wider than the screen', async () => {
        const { page, complaints } = await openPage(browser, options)
        await page.goto(origin)
        const frame = page.frameLocator('iframe')
        const inner = () => page.frames()[1] as Frame
        await frame.locator('.tc-ticket').first().waitFor()
        expect(await violations(page.mainFrame())).toEqual([])
        await frame.locator('.tc-ticket').first().click()
        await frame.locator('.tc-message').last().waitFor()
        expect(await violations(inner())).toEqual([])
        if (width < 900) await frame.getByRole('button', { name: 'Back to your tickets' }).click()
        await frame.getByRole('button', { name: 'New ticket' }).first().click()
        await frame.getByLabel('Subject').waitFor()
        expect(await violations(inner())).toEqual([])
        expect(await inner().evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        expect(complaints).toEqual([])
        await page.close()
      })

      test('the console breaks no rule and is no wider than the screen', async () => {
        const { page, complaints } = await openPage(browser, options)
        await page.goto(`${origin}/demo/console`)
        await page.locator('.tc-ticket').first().click()
        await page.locator('.tc-message').last().waitFor()
        expect(await violations(page.mainFrame())).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        expect(complaints).toEqual([])
        await page.close()
      })
    })
  }
}
