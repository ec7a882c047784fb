import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const ada = consoleOf(website, 'ada@acme.com')
const home = `${origin}/console/${website.websiteId}`
const browser = await startBrowser()

for (const subject of ['Parcel lost', 'Blue paint', 'Late bill']) {
  await website.key.run(
    'openTicket',
    { subject, body: `${subject}!`, customerEmail: 'jane@example.com' },
    '__typename',
  )
  await website.key.run('setTicketStatus', { ticketId: await idOf(subject), status: 'OPEN' }, '__typename')
}

async function idOf(search: string): Promise<string> {
  const query = 'query ($search: String) { tickets(filter: { search: $search }) { edges { node { id } } } }'
  return (await website.key.ask(query, { search })).tickets.edges[0].node.id
}

// The console with Ada signed in: the tests go on where the last one ended.
const wide = { width: 1280, height: 800 }
const { page, context, complaints } = await openPage(browser, { viewport: wide })
await page.goto(ada.linkTo())
await page.locator('.tc-ticket').first().waitFor()
const heading = (page: Page, name: string) => page.locator('.tc-pane-title', { hasText: name })
const choose = (page: Page, name: string) => page.locator('.tc-ticket', { hasText: name }).click()

async function newTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

describe('the console’s address', () => {
  test('adds one history entry when the operator steps through the list by keys', async () => {
    for (const number of [3, 2, 1]) {
      await page.keyboard.press('j')
      await page.waitForURL(`${home}/tickets/${number}`)
    }
    await page.goBack()
    expect(page.url()).toBe(home)
  })

  test('identifies the list on a narrow screen once the operator went back to it', async () => {
    await page.setViewportSize({ width: 380, height: 700 })
    await choose(page, 'Parcel lost')
    await page.waitForURL(`${home}/tickets/1`)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.waitForURL(home)
    await page.goBack()
    await heading(page, 'Parcel lost').waitFor()
    await page.goBack()
    await page.waitForURL(home)
    await page.setViewportSize(wide)
  })

  test('identifies the open ticket, for a reload, Back, Forward and a new tab', async () => {
    expect(page.url()).toBe(home)
    await choose(page, 'Parcel lost')
    await heading(page, 'Parcel lost').waitFor()
    await page.waitForURL(`${home}/tickets/1`)
    await choose(page, 'Blue paint')
    await page.waitForURL(`${home}/tickets/2`)
    await page.reload()
    await heading(page, 'Blue paint').waitFor()
    await page.goBack()
    await heading(page, 'Parcel lost').waitFor()
    await page.goBack()
    await page.getByText('No ticket selected').waitFor()
    expect(page.url()).toBe(home)
    await page.goForward()
    await heading(page, 'Parcel lost').waitFor()
    const tab = await newTab(context, `${home}/tickets/3`)
    await heading(tab, 'Late bill').waitFor()
    const byId = await newTab(context, `${home}/tickets/${await idOf('Blue paint')}`)
    await byId.waitForURL(`${home}/tickets/2`)
    const unknown = await newTab(context, `${home}/tickets/999`)
    await unknown.getByText('This ticket is not available').waitFor()
    expect(complaints).toEqual([])
  })

  test('identifies the section of the settings, and returns to the ticket', async () => {
    await choose(page, 'Parcel lost')
    await page.waitForURL(`${home}/tickets/1`)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Team', exact: true }).click()
    await page.waitForURL(`${home}/settings/team`)
    await page.reload()
    await page.getByRole('heading', { name: 'Team', exact: true }).waitFor()
    await page.goBack()
    await page.goBack()
    await heading(page, 'Parcel lost').waitFor()
  })

  test('keeps unsent text over a reload, for each ticket, until it is sent', async () => {
    const reply = page.getByLabel('Your reply')
    await choose(page, 'Parcel lost')
    await reply.fill('We look for it')
    await page.waitForURL(`${home}/tickets/1`)
    await page.reload()
    await expect.poll(() => reply.inputValue()).toBe('We look for it')
    await choose(page, 'Blue paint')
    await heading(page, 'Blue paint').waitFor()
    expect(await reply.inputValue()).toBe('')
    await choose(page, 'Parcel lost')
    await heading(page, 'Parcel lost').waitFor()
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.locator('.tc-message .tc-rich-text', { hasText: 'We look for it' }).waitFor()
    await page.reload()
    await heading(page, 'Parcel lost').waitFor()
    expect(await reply.inputValue()).toBe('')
  })
})
