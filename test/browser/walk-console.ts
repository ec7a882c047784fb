import type { Browser } from 'playwright-core'
import { consoleOf } from '../support/console.ts'
import type { TestWebsite } from '../support/website.ts'
import { type Appearance, observer } from './walk.ts'

const sections =
  'general team categories faqs welcome email customization security keys webhooks check data audit'.split(
    ' ',
  )

/** Visits the console and every page of its settings, on a website full of long texts, and returns the complaints. */
export async function walkConsole(
  browser: Browser,
  website: TestWebsite,
  appearance: Appearance,
): Promise<string[]> {
  const { faults, open, look, close } = observer(browser, appearance)
  const home = `${website.origin}/console/${website.websiteId}`
  const opened = await open(consoleOf(website, 'ada@acme.com').linkTo())
  const { page } = opened
  const see = (screen: string) => look(`console-${screen}`, page, page.mainFrame())

  await page.locator('.tc-tab').last().click()
  await page.locator('.tc-ticket').first().waitFor()
  await see('list')
  await page.locator('.tc-bar [aria-haspopup=dialog]').click()
  await page.locator('dialog [type=submit]').waitFor()
  await see('preferences')
  await page.keyboard.press('Escape')
  await page.locator('.tc-ticket').nth(1).click()
  await page.locator('.tc-message').last().waitFor()
  await see('ticket')
  if (appearance.width < 1200) await page.locator('.tc-conversation .tc-button[aria-expanded=false]').click()
  await page.locator('.tc-details select').first().waitFor()
  await see('details')

  const go = async (section: string) => {
    const select = page.locator('.tc-section-select select')
    if (await select.isVisible()) await select.selectOption(section)
    else await page.locator(`.tc-sections__link[href$="/settings/${section}"]`).click()
    await page.locator(`.tc-settings__page--${section} .tc-page__title`).waitFor()
    await page.locator('.tc-skeleton').waitFor({ state: 'detached' })
  }
  await page.goto(`${home}/settings`)
  await page.locator('.tc-page__title').waitFor()
  for (const section of sections) {
    await go(section)
    await see(section)
  }
  await go('categories')
  await page.locator('.tc-row__actions .tc-button', { hasText: /\(\d/ }).first().click()
  await page.locator('.tc-fields__back').waitFor()
  await page.locator('main .tc-button:has(svg)').last().click()
  await page.locator('.tc-field-form').waitFor()
  await see('fields')
  await go('security')
  await page.locator('.tc-block > .tc-button').first().click()
  await page.locator('dialog[open]').waitFor()
  await see('security-dialog')
  await close(opened)
  return faults
}
