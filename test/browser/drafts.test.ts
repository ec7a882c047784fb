import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const ada = await website.operator('ada@acme.com')

async function newTicket(): Promise<{ id: string; number: number }> {
  const jane = await website.customer('jane@example.com')
  return (await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id number }')).ticket
}

const draftOf = async (id: string, author = ada) =>
  (await author.ask('query ($id: ID!) { ticket(id: $id) { draft } }', { id })).ticket.draft

/** A tab of Ada's console with a ticket. */
async function openTab(number: number, other?: Page) {
  const { context, page, ...opened } = other
    ? { context: other.context(), page: await other.context().newPage(), complaints: [] }
    : await openPage(browser, { viewport: { width: 1280, height: 800 } })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: `/tickets/${number}` }))
  return { context, page, ...opened, area: page.getByLabel('Your reply') }
}

describe('a reply that is typed in the console', () => {
  test('is still there after a reload, gone once it is sent, and saved when the page is closed', async () => {
    const { id, number } = await newTicket()
    const { page, area, complaints } = await openTab(number)
    await area.fill('Hello\nJane')
    await expect.poll(() => draftOf(id)).toBe('Hello\nJane')
    await page.reload()
    await expect.poll(() => area.inputValue()).toBe('Hello\nJane')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.locator('.tc-message', { hasText: 'Hello' }).waitFor()
    await expect.poll(() => draftOf(id)).toBeNull()
    await page.reload()
    await page.locator('.tc-message', { hasText: 'Hello' }).waitFor()
    expect([await area.inputValue(), complaints]).toEqual(['', []])

    // It is saved when the page is closed, also right after the last key.
    await area.fill('In a hurry')
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => draftOf(id)).toBe('In a hurry')
  })

  test('is still there after a reload if it was sent while the server was unavailable', async () => {
    const { id, number } = await newTicket()
    const { page, area } = await openTab(number)
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"ConsoleReply"')
        ? route.fulfill({ status: 503 })
        : route.continue(),
    )
    await area.fill('Hello')
    await area.press('Control+Enter')
    await page.locator('.tc-message', { hasText: 'Not sent yet' }).waitFor()
    await page.reload()
    await expect.poll(() => draftOf(id)).toBe('Hello')
    await page.reload()
    await expect.poll(() => area.inputValue()).toBe('Hello')
    await page.close()
  })

  test('leaves another tab when it is sent, unless something else is typed there', async () => {
    const { id, number } = await newTicket()
    const one = await openTab(number)
    await one.area.fill('Hello')
    await expect.poll(() => draftOf(id)).toBe('Hello')
    const two = await openTab(number, one.page)
    await expect.poll(() => two.area.inputValue()).toBe('Hello')
    await two.page.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect.poll(() => one.area.inputValue()).toBe('')
    await one.area.fill('Something else')
    await two.area.fill('Bye')
    await two.page.getByRole('button', { name: 'Reply', exact: true }).click()
    await one.page.locator('.tc-message', { hasText: 'Bye' }).waitFor()
    expect(await one.area.inputValue()).toBe('Something else')
    await one.context.close()
  })
})

describe('a reply that is typed in the frame', () => {
  /** A dashboard of Jane's with her ticket open in the frame. */
  async function openFrame(ticket: number) {
    const opened = await openPage(browser)
    const src = website.frameUrl('jane@example.com', { ticket: String(ticket) })
    await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    const frame = opened.page.frameLocator('iframe')
    return { ...opened, frame, area: frame.getByLabel('Your reply') }
  }

  test('is still there after a reload, gone once it is sent, and saved when the dashboard goes elsewhere', async () => {
    const { id, number } = await newTicket()
    const jane = await website.customer('jane@example.com')
    const { page, frame, area, complaints } = await openFrame(number)
    await area.fill('Hello\nAda')
    await expect.poll(() => draftOf(id, jane)).toBe('Hello\nAda')
    await page.reload()
    await expect.poll(() => area.inputValue()).toBe('Hello\nAda')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-message', { hasText: 'Hello' }).waitFor()
    await expect.poll(() => draftOf(id, jane)).toBeNull()
    await page.reload()
    await frame.locator('.tc-message', { hasText: 'Hello' }).waitFor()
    expect([await area.inputValue(), complaints]).toEqual(['', []])

    // It is saved when the dashboard goes elsewhere, also right after the last key.
    await area.fill('In')
    await expect.poll(() => draftOf(id, jane)).toBe('In')
    await area.fill('In a hurry')
    await page.goto(`${origin}/schema.graphql`)
    await expect.poll(() => draftOf(id, jane)).toBe('In a hurry')
    await page.close()
  })
})
