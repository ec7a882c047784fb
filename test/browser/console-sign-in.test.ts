import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard, watch } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, mailServer } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const operators = [{ name: 'Bea', email: 'bea@bolt.com', role: 'AGENT' }]
const second = await createTestWebsite(origin, rootKey, { name: 'Bolt', operators })
const ada = consoleOf(website, 'ada@acme.com')
const home = `${origin}/console/${website.websiteId}`
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
await jane.run('openTicket', { subject: 'Parcel lost', body: 'It never came' }, '__typename')

/** The console with Ada signed in. */
async function openConsole() {
  const opened = await openPage(browser)
  await opened.page.goto(ada.linkTo())
  await opened.page.locator('.tc-ticket').first().waitFor()
  return opened
}
const heading = (page: Page, name: string) => page.locator('.tc-pane-title', { hasText: name })
const signInForm = (page: Page) => page.getByRole('heading', { name: 'Sign in' })

async function newTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Follows a link to the console on another company's page. */
async function followFromElsewhere(page: Page, url: string): Promise<void> {
  await page.goto(`http://elsewhere.test:${port}/?wrap=about:blank`)
  await page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
  }, url)
  await page.waitForURL(url)
}

describe('signing in to the console', () => {
  test('lasts for links from other sites and other tabs, but not in other browsers', async () => {
    const { page, context, complaints } = await openConsole()
    expect(
      await page.evaluate('document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })'),
    ).toBe('{}')
    const tab = await context.newPage()
    await followFromElsewhere(tab, `${home}/tickets/1`)
    await heading(tab, 'Parcel lost').waitFor()
    const stranger = await openPage(browser)
    await followFromElsewhere(stranger.page, `${home}/tickets/1`)
    await signInForm(stranger.page).waitFor()
    expect(await stranger.page.content()).not.toMatch(/Parcel|Acme/)
    expect(complaints).toEqual([])
    await Promise.all([context.close(), stranger.context.close()])
  })

  test('works from a link on another site, and leaves nothing of it behind', async () => {
    const { page, context } = await openPage(browser)
    await page.goto(`http://elsewhere.test:${port}/?wrap=about:blank`)
    await page.evaluate((href) => location.assign(href), ada.linkTo({ place: '/tickets/1' }))
    await heading(page, 'Parcel lost').waitFor()
    expect(page.url()).toBe(`${home}/tickets/1`)
    await page.goBack()
    expect(page.url()).toContain('elsewhere.test')
    await context.close()
  })

  test('with an expired link says so, and leaves nothing of it in the address', async () => {
    const { page, context } = await openPage(browser)
    const response = await page.goto(`${ada.linkTo({ expires: 1 })}&ticket=41`)
    await page.getByText('This sign-in link no longer works').waitFor()
    expect([response?.status(), page.url()]).toEqual([401, `${home}/tickets/41`])
    await context.close()
  })

  test('ends in every tab on sign-out, and deletes unsent text', async () => {
    const { page, context } = await openConsole()
    await page.locator('.tc-ticket').click()
    await page.getByLabel('Your reply').fill('A secret')
    const tab = await newTab(context, `${home}/tickets/1`)
    await heading(tab, 'Parcel lost').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInForm(page).waitFor()
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).toBe('{}')
    await tab.getByText('Your session has ended').waitFor()
    await tab.reload()
    await signInForm(tab).waitFor()
    await context.close()
  })

  test('is separate for each website in one browser', async () => {
    const { page, context } = await openConsole()
    const other = await newTab(context, consoleOf(second, 'bea@bolt.com').linkTo())
    const complaints = watch(other)
    await other.getByText('Bolt', { exact: true }).waitFor()
    await page.reload()
    await page.getByText('Acme', { exact: true }).waitFor()
    const cookies = await context.cookies([
      `${home}/session`,
      `${origin}/console/${second.websiteId}/session`,
    ])
    expect(cookies.map(({ path, httpOnly, sameSite }) => [path, httpOnly, sameSite]).sort()).toEqual(
      [website, second].map(({ websiteId }) => [`/console/${websiteId}`, true, 'Strict']).sort(),
    )
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInForm(page).waitFor()
    await other.reload()
    await other.getByText('Bolt', { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('an operator’s reply is not sent as another’s who has signed in since in another tab', async () => {
  const { page, context } = await openConsole()
  await page.locator('.tc-ticket').click()
  const tokens = new Set<string>()
  // The first token, Ada's, has expired by now.
  await page.route('**/graphql', (route) => {
    tokens.add(route.request().headers().authorization ?? '')
    return tokens.size > 1 ? route.continue() : route.fulfill({ status: 401 })
  })
  await newTab(context, consoleOf(website, 'olaf@acme.com').linkTo())
  await page.getByLabel('Your reply').fill('From Ada')
  // The page may have noticed already: then the form is gone.
  await page.keyboard.press('Control+Enter')
  await page.getByText('Your session has ended').waitFor()
  expect([tokens.size, await page.getByLabel('Parcel lost').inputValue()]).toEqual([1, 'From Ada'])
  await page.reload()
  await page.getByText('Signed in as Olaf').waitFor()
  const olaf = await website.operator('olaf@acme.com')
  const { edges } = (await olaf.ask('{ tickets(first: 1) { edges { node { id } } } }')).tickets
  const query = 'query ($id: ID!) { ticket(id: $id) { draft messages { edges { node { body } } } } }'
  const { ticket } = await olaf.ask(query, { id: edges[0].node.id })
  expect([ticket.draft, JSON.stringify(ticket.messages)]).toEqual([
    null,
    expect.not.stringContaining('From Ada'),
  ])
  await context.close()
})

/** The link to this website in the newest email to an address, once there is one. */
async function linkFor(address: string): Promise<string> {
  const link = new RegExp(`https?:\\S+${website.websiteId}\\S*token=\\w+`)
  const newest = () => mailServer.to(address).findLast(({ text }) => link.test(text ?? ''))
  await expect.poll(newest).toBeDefined()
  return link.exec(newest()?.text ?? '')?.[0] ?? ''
}

test('an operator signs in by email and gets to the ticket that a colleague sent them', async () => {
  const { page, context } = await openPage(browser)
  await page.goto(`${home}/tickets/1`)
  const email = page.getByLabel('Email address')
  await email.fill('olaf')
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.getByText('This is not an email address').waitFor()
  await email.fill('Olaf@acme.com ')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  const tab = await newTab(context, await linkFor('olaf@acme.com'))
  await heading(tab, 'Parcel lost').waitFor()
  expect(tab.url()).toBe(`${home}/tickets/1`)
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await heading(page, 'Parcel lost').waitFor()
  await context.close()
})

test('a page whose link has expired offers a new one', async () => {
  const { page, context } = await openPage(browser)
  await page.goto(`${home}?token=${'0'.repeat(60)}`)
  await page.getByText('This sign-in link no longer works').waitFor()
  await page.getByLabel('Email address').fill('ada@acme.com')
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await page.goto(await linkFor('ada@acme.com'))
  await page.getByText('Signed in as Ada').waitFor()
  await context.close()
})
