import { beforeAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const browser = await startBrowser()

beforeAll(async () => {
  const jane = await website.customer('jane@example.com')
  for (const subject of ['Unread', 'Chosen'])
    await jane.run('openTicket', { subject, body: 'From the customer' }, '__typename')
})

/** The console with an open ticket in which both sides have written. */
async function openConsole(options = {}) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 800 }, ...options })
  const { page } = opened
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: '/tickets/2' }))
  await page.locator('.tc-message').first().waitFor()
  return opened
}

test('forced colors in the console show what is chosen, what is unread and whose message it is', async () => {
  const { page } = await openConsole({ forcedColors: 'active' })
  await page.getByLabel('Your reply').fill('From the team')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.locator('.tc-message--operator', { hasText: 'From the team' }).waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  // The open one is marked as read.
  await expect.poll(() => page.locator('.tc-ticket--unread').count()).toBe(1)
  const seen = `((of) => ({
    chosen: of('.tc-ticket--current').outlineStyle,
    other: of('.tc-ticket:not(.tc-ticket--current)').outlineStyle,
    unread: of('.tc-ticket--unread', '::before').backgroundColor !== of('body').backgroundColor,
    place: of('.tc-bar__place[aria-current]').borderBottomColor !== of('.tc-bar__place:not([aria-current])').borderBottomColor,
    tabs: new Set([...document.querySelectorAll('.tc-tab')].map((tab) => getComputedStyle(tab).backgroundColor)).size,
    team: of('.tc-message--operator .tc-message__body').borderInlineStartStyle,
    customer: of('.tc-message--customer .tc-message__body').borderInlineStartStyle,
  }))((selector, part) => getComputedStyle(document.querySelector(selector), part))`
  expect(await page.evaluate(seen)).toEqual({
    chosen: 'solid',
    other: 'none',
    unread: true,
    place: true,
    tabs: 2,
    team: 'solid',
    customer: 'none',
  })
  await page.close()
})

test('a ticket prints completely, dark on white in any scheme, without the rest of the page', async () => {
  const { page } = await openConsole({ colorScheme: 'dark' })
  const paper = 'getComputedStyle(document.body).backgroundColor'
  const seen = `[".tc-pane-title", ".tc-message__body"].map((one) => getComputedStyle(document.querySelector(one)).color)`
  expect(await page.evaluate(paper)).toBe('rgb(19, 20, 23)')
  await page.getByLabel('Your reply').fill('Line\n'.repeat(100))
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.locator('.tc-message--operator', { hasText: 'Line' }).waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.evaluate(paper)).toBe('rgb(255, 255, 255)')
  expect(await page.evaluate(seen)).toEqual(['rgb(22, 24, 29)', 'rgb(22, 24, 29)'])
  for (const around of ['.tc-bar', '.tc-sidebar', '.tc-details', '.tc-composer', '.tc-solve'])
    expect(await page.locator(around).isVisible(), around).toBe(false)
  const shown = 'document.querySelector(".tc-console").getBoundingClientRect().height > 2 * innerHeight'
  expect(await page.evaluate(shown)).toBe(true)
  await page.close()
})
