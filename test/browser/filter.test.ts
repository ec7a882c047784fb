import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
const created = await website.key.run('createCategory', { name: 'Billing' }, 'category { id }')
const categoryId: string = created.category.id

async function open(subject: string, more = {}) {
  return (await jane.run('openTicket', { subject, body: 'Please', ...more }, 'ticket { id }')).ticket
    .id as string
}
const setStatus = (ticketId: string, status: string) =>
  website.key.run('setTicketStatus', { ticketId, status }, '__typename')

for (let number = 1; number <= 26; number++) await setStatus(await open(`Old ${number}`), 'SOLVED')
const invoice = await open('Invoice', { categoryId })
const oven = await open('Oven')

test('the list in the frame is filtered by status and category, live, and shows all tickets again', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')
  const subjects = () => frame.locator('.tc-ticket-list .tc-ticket__subject').allInnerTexts()
  await frame.locator('.tc-ticket').first().waitFor()
  expect(await frame.getByLabel('Status').count()).toBe(0)
  await frame.getByRole('button', { name: 'Filter tickets' }).click()
  await frame.getByLabel('Status').selectOption('Awaiting our reply')
  await expect.poll(subjects).toEqual(['Oven', 'Invoice'])
  await frame.getByLabel('Category').selectOption('Billing')
  await expect.poll(subjects).toEqual(['Invoice'])

  await website.key.run('setTicketCategory', { ticketId: oven, categoryId }, '__typename')
  await expect.poll(subjects).toEqual(['Oven', 'Invoice'])
  await setStatus(invoice, 'PENDING')
  await expect.poll(subjects).toEqual(['Oven'])
  await frame.getByLabel('Search your tickets').fill('invoice')
  await frame.getByText('No tickets match').waitFor()
  await frame.getByRole('button', { name: 'Show all tickets' }).click()
  await expect.poll(async () => (await subjects()).length).toBe(25)
  expect(await frame.getByLabel('Status').inputValue()).toBe('ALL')

  await frame.getByLabel('Status').selectOption('Solved')
  await expect.poll(async () => (await subjects())[0]).toBe('Old 26')
  await frame
    .getByRole('status')
    .filter({ hasText: 'More than 25 tickets found' })
    .waitFor({ state: 'attached' })
  await frame.locator('.tc-ticket').last().scrollIntoViewIfNeeded()
  await expect.poll(async () => (await subjects()).at(-1)).toBe('Old 1')
  await setStatus(oven, 'SOLVED')
  await expect.poll(async () => (await subjects())[0]).toBe('Oven')
  expect((await subjects()).at(-1)).toBe('Old 1')
  await frame.getByRole('button', { name: 'Filter tickets' }).click()
  await expect.poll(async () => (await subjects())[1]).toBe('Invoice')
  expect(complaints).toEqual([])
  await page.close()
})
