import type { Browser, Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { openPage } from '../support/dashboard.ts'
import type { Appearance } from './walk.ts'

/** Tests of the demo's pages in one appearance. */
export function testDemo(
  browser: Browser,
  origin: string,
  { colorScheme, width }: Omit<Appearance, 'language'>,
): void {
  describe(`${colorScheme}, ${width} px wide`, () => {
    const options = { colorScheme, viewport: { width, height: 800 } }

    test('the demo’s list, conversation and form pass accessibility rules and fit the screen', async () => {
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

    test('the sign-in form and its responses pass accessibility rules and fit the screen', async () => {
      const { page, complaints } = await openPage(browser, options)
      const sound = async () => {
        expect(await violations(page.mainFrame())).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
      await page.goto(`${origin}/console/00000000-0000-4000-8000-000000000000`)
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      await sound()
      await page.getByLabel('Email address').fill('olaf')
      await page.keyboard.press('Enter')
      await page.locator('[aria-invalid]').waitFor()
      await sound()
      await page.getByLabel('Email address').fill(`${'long'.repeat(15)}@${'long'.repeat(15)}.test`)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Check your email' }).waitFor()
      await sound()
      // The page first requests a session, which is refused.
      expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
      await page.close()
    })

    test('the console, its email settings and the operator’s own choice pass the rules and fit the screen', async () => {
      const { page, complaints } = await openPage(browser, options)
      await page.goto(`${origin}/demo/console`)
      const home = page.url()
      await page.locator('.tc-ticket').first().click()
      await page.locator('.tc-message').last().waitFor()
      expect(await violations(page.mainFrame())).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)

      await page.goto(`${home}/settings/email`)
      await page.getByLabel('Page for customers').fill(`https://app.acme.com/${'long'.repeat(50)}/{id}`)
      await page.getByLabel('Accent color', { exact: true }).fill('red')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('[aria-invalid]').waitFor()
      expect(await violations(page.mainFrame())).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.getByRole('button', { name: 'Your preferences' }).click()
      await page.getByRole('dialog').getByLabel('All tickets').waitFor()
      expect(await violations(page.mainFrame())).toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    })
  })
}
