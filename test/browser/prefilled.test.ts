import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startCompany } from '../support/company.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['dash.acme.test', 'app.acme.com'],
})
const [browser, serve] = [await startBrowser(), await startCompany()]
await website.key.run('createCategory', { name: 'Orders' }, '__typename')

async function open(more: Record<string, string>) {
  const { page, context, complaints } = await openPage(browser)
  await page.goto(serve(iframeTag(website.frameUrl('jane@example.com', more))))
  return { context, complaints, frame: page.frameLocator('iframe') }
}

test('the arguments of the frame fill in the form, and the sent ticket has them', async () => {
  const more = { subject: 'Order 4821 <b>', body: 'It has not arrived.\nPlease help.', category: 'orders' }
  const { context, complaints, frame } = await open(more)
  await expect.poll(() => frame.getByLabel('Subject').inputValue()).toBe(more.subject)
  expect(await frame.getByLabel('Message').inputValue()).toBe(more.body)
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await frame.locator('.tc-pane-title', { hasText: 'Order 4821 <b>' }).waitFor()
  const { tickets } = await website.key.ask('{ tickets { edges { node { subject categoryName } } } }')
  expect(tickets.edges[0].node).toEqual({ subject: 'Order 4821 <b>', categoryName: 'Orders' })
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  expect(await frame.getByLabel('Subject').inputValue()).toBe('')
  expect(complaints).toEqual([])
  await context.close()
})

test('a ticket of the address opens first, and the form keeps the arguments', async () => {
  const joe = await website.customer('joe@example.com')
  const { ticket } = await joe.run('openTicket', { subject: 'Old', body: 'x' }, 'ticket { number }')
  const { page, context } = await openPage(browser)
  const more = { ticket: String(ticket.number), subject: 'Another' }
  await page.goto(serve(iframeTag(website.frameUrl('joe@example.com', more))))
  const frame = page.frameLocator('iframe')
  await frame.locator('.tc-pane-title', { hasText: 'Old' }).waitFor()
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  expect(await frame.getByLabel('Subject').inputValue()).toBe('Another')
  await context.close()
})

test('another language of the page does not fill in the form of a sent ticket again', async () => {
  const category = await website.key.run('createCategory', { name: 'Parcels' }, 'category { id }')
  const field = { categoryId: category.category.id, name: 'parcel', label: 'Parcel', type: 'TEXT' }
  await website.key.run('createCategoryField', field, '__typename')
  const { page, context } = await openPage(browser)
  const more = { category: 'parcels', 'field.parcel': '4821', subject: 'Late', body: 'It has not arrived.' }
  await page.goto(serve(iframeTag(website.frameUrl('kim@example.com', more))))
  const frame = page.frameLocator('iframe')
  await expect.poll(() => frame.getByLabel('Parcel').inputValue()).toBe('4821')
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await frame.locator('.tc-pane-title', { hasText: 'Late' }).waitFor()
  await page.evaluate(`frames[0].postMessage({ type: 'locale', locale: 'de' }, '*')`)
  await frame.getByText('Neues Ticket').first().waitFor()
  await frame.locator('.tc-pane-title', { hasText: 'Late' }).waitFor()
  const address = new URL(page.frames()[1]?.url() ?? '')
  expect([...address.searchParams.keys()].filter((name) => name.startsWith('field.'))).toEqual([])
  await context.close()
})

test('a number with # opens its ticket, encoded or not', async () => {
  const max = await website.customer('max@example.com')
  const { ticket } = await max.run('openTicket', { subject: 'Mine', body: 'x' }, 'ticket { number }')
  const { page, context } = await openPage(browser)
  for (const number of [`#${ticket.number}`, `%23${ticket.number}`]) {
    await page.goto(serve(iframeTag(`${website.frameUrl('max@example.com')}&ticket=${number}`)))
    await page.frameLocator('iframe').locator('.tc-pane-title', { hasText: 'Mine' }).waitFor()
  }
  await context.close()
})
