import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { withoutSockets, withoutStreams } from './blocked.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

test.each([
  ['by a socket', () => {}],
  ['by an event stream', withoutSockets],
  ['by a poll', withoutStreams],
])('a late response does not undo a newer change that arrived %s', async (_, block) => {
  const jane = await website.customer('jane@example.com')
  const { ticket } = await jane.run('openTicket', { subject: 'Oven', body: 'Cold' }, 'ticket { id }')
  const { page, context } = await openPage(browser)
  await block(context)
  const [solved, changed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('"SetTicketStatus"')) return route.fallback()
    const response = await route.fetch({ timeout: 120_000 })
    solved.resolve()
    await changed.promise
    await route.fulfill({ response })
  })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.getByText('Oven').first().click()
  await frame.getByRole('button', { name: 'Mark as solved' }).click()
  const status = (name: string) => frame.locator(`.tc-conversation .tc-status--${name}`).first()
  await status('solved').waitFor()
  await solved.promise
  const team = await website.operator()
  await team.run('setTicketStatus', { ticketId: ticket.id, status: 'OPEN' }, '__typename')
  await status('open').waitFor()

  const answered = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('"SetTicketStatus"')),
  )
  changed.resolve()
  await (await answered).finished()
  // The button waits until the response has been read.
  await frame.locator('.tc-solve:not([aria-busy="true"], [aria-disabled="true"])').waitFor()
  expect(await status('open').isVisible()).toBe(true)
  await context.close()
})

test('a first ticket is shown to its customer, even if it is in the list before the response to the form', async () => {
  const { page, context } = await openPage(browser)
  const listed = Promise.withResolvers<void>()
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('"OpenTicket"')) return route.fallback()
    const response = await route.fetch({ timeout: 120_000 })
    await listed.promise
    await route.fulfill({ response })
  })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('new@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.getByLabel('Subject').fill('First')
  await frame.getByLabel('Message').fill('It was warm yesterday.')
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await frame.locator('.tc-ticket', { hasText: 'First' }).waitFor()
  listed.resolve()
  await frame.locator('.tc-message--customer', { hasText: 'It was warm yesterday.' }).waitFor()
  await context.close()
})

test('the focus stays where it is when a ticket has loaded', async () => {
  const paul = await website.customer('paul@example.com')
  await paul.run('openTicket', { subject: 'Oven', body: 'Cold' }, '__typename')
  const { page, context } = await openPage(browser, { viewport: { width: 380, height: 800 } })
  await withoutSockets(context)
  const reached = Promise.withResolvers<void>()
  await context.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"Conversation"')) await reached.promise
    await route.fallback()
  })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('paul@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('.tc-ticket').first().press('Enter')
  await frame.locator('.tc-pane-title:focus').waitFor()
  await page.keyboard.press('Shift+Tab')
  const back = frame.getByRole('button', { name: 'Back to your tickets' })
  await back.and(frame.locator(':focus')).waitFor()
  reached.resolve()
  await frame.locator('.tc-thread__content').waitFor()
  await back.and(frame.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await frame.locator('.tc-ticket:focus').waitFor()
  await context.close()
})
