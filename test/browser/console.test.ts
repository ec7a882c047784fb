import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

/** The console, signed in by a link like that of a company's backend. */
async function openConsole(email = 'ada@acme.com') {
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const query = new URLSearchParams({
    email,
    expires,
    hmac: hmac(`${email}:${expires}`, website.operatorSecret),
  })
  const opened = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await opened.page.goto(`${origin}/console/${website.websiteId}?${query}`)
  return opened
}

async function openFrame(email: string) {
  const opened = await openPage(browser)
  const src = website.frameUrl(email, { nickname: 'Jane Doe' })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

describe('the console', () => {
  test('and the customer’s frame show each other’s messages at once', async () => {
    const { page, complaints } = await openConsole()
    const customer = await openFrame('jane@example.com')
    await page.getByText('All answered').waitFor()

    await customer.frame.getByRole('button', { name: 'New ticket' }).first().click()
    await customer.frame.getByLabel('Subject').fill('Parcel lost')
    await customer.frame.getByLabel('Message').fill('It never came.')
    await customer.frame.getByRole('button', { name: 'Open ticket' }).click()
    await page.getByText('Parcel lost').first().click()
    await page.locator('.tc-message', { hasText: 'It never came.' }).waitFor()

    await page.getByLabel('Your reply').fill('We look for it.')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await customer.frame.locator('.tc-message--operator', { hasText: 'We look for it.' }).waitFor()
    await customer.frame.getByLabel('Your reply').fill('Thank you, Ada.')
    await customer.frame.getByRole('button', { name: 'Send' }).click()
    await page.locator('.tc-message', { hasText: 'Thank you, Ada.' }).waitFor()

    await page.getByLabel('Your reply').fill('Found it!')
    await page.getByRole('button', { name: 'Reply and solve' }).click()
    await customer.frame.locator('.tc-conversation .tc-status--solved').first().waitFor()
    expect([complaints, customer.complaints]).toEqual([[], []])
    await Promise.all([page.close(), customer.page.close()])
  })

  test('finds, filters and assigns', async () => {
    const jim = await website.customer('jim@example.com', { nickname: 'Jim' })
    await jim.run('openTicket', { subject: 'Invoice in French', body: 'Please.' }, '__typename')
    await jim.run('openTicket', { subject: 'Blue paint', body: 'Is there more?' }, '__typename')
    const { page, complaints } = await openConsole()
    const list = page.locator('.tc-ticket-list')
    await list.getByText('Blue paint').waitFor()
    await page.getByLabel('Search tickets').fill('french')
    await expect.poll(() => list.locator('.tc-ticket').count()).toBe(1)
    await list.getByText('Invoice in French').click()
    await page.locator('.tc-properties').getByLabel('Assignee').selectOption({ label: 'Olaf' })
    const assigned = () =>
      website.key.ask('{ tickets(filter: { search: "french" }) { edges { node { assignee { name } } } } }')
    await expect.poll(async () => (await assigned()).tickets.edges[0].node.assignee?.name).toBe('Olaf')
    await page.getByLabel('Clear search').click()
    await page.locator('.tc-filters').getByLabel('Assignee').selectOption({ label: 'Unassigned' })
    await expect.poll(() => list.getByText('Blue paint').count()).toBe(1)
    await expect.poll(() => list.getByText('Invoice in French').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('shows why the server refused a change', async () => {
    const tom = await website.customer('tom@example.com', { nickname: 'Tom' })
    await tom.run('openTicket', { subject: 'Green paint', body: 'Is there more?' }, '__typename')
    const { page, complaints } = await openConsole()
    const message = 'This operator has left'
    await page.route('**/graphql', (route) => {
      if (!route.request().postData()?.includes('"ConsoleAssignTicket"')) return route.fallback()
      return route.fulfill({ json: { data: { assignTicket: { __typename: 'NotAllowed', message } } } })
    })
    await page.locator('.tc-ticket-list').getByText('Green paint').click()
    const assignee = page.locator('.tc-properties').getByLabel('Assignee')
    await assignee.selectOption({ label: 'Olaf' })
    await page.getByText(message).waitFor()
    expect([await assignee.inputValue(), complaints]).toEqual(['', []])
    await page.close()
  })
})
