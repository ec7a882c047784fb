import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const { db } = await import('../../server/database/db.ts')
const { decodeGlobalID } = await import('../../server/api/global-id.ts')
await website.key.run('updateWebsite', { followUpAfterDays: 7 }, '__typename')

async function closedTicket(email: string) {
  const customer = await website.customer(email)
  const input = { subject: 'Oven', body: 'It is cold' }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id number }')
  await website.key.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, '__typename')
  const solvedAt = new Date(Date.now() - 8 * 24 * 60 * 60_000)
  await db.ticket.update({ where: { id: decodeGlobalID(ticket.id).id }, data: { solvedAt } })
  return ticket as { id: string; number: number }
}

test('a customer sees that a reply to a closed ticket opens a new one, which links to it', async () => {
  const { number } = await closedTicket('jane@example.com')
  const { page, complaints } = await openPage(browser)
  const src = website.frameUrl('jane@example.com', { ticket: String(number) })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = page.frameLocator('iframe')
  await frame.getByText('Your message opens a new ticket that continues it.').waitFor()
  expect(await frame.getByRole('button', { name: 'Reopen' }).count()).toBe(0)

  await frame.getByLabel('Your reply').fill('Cold again')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText(`Ticket #${number + 1}`).waitFor()
  await frame.locator('.tc-message', { hasText: 'Cold again' }).waitFor()
  await frame.getByRole('button', { name: `Continues ticket #${number}` }).click()
  await frame.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  await frame.getByRole('button', { name: `Continued in ticket #${number + 1}` }).click()
  await frame.locator('.tc-message', { hasText: 'Cold again' }).waitFor()
  expect(await frame.getByText('opens a new ticket').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

test('an operator who reads a closed ticket sees its follow-up at once, and opens it', async () => {
  const { id, number } = await closedTicket('team@example.com')
  const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: `/tickets/${number}` }))
  await page.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  const customer = await website.customer('team@example.com')
  await customer.run('reply', { ticketId: id, body: 'Cold again' }, '__typename')
  await page.getByRole('link', { name: `Continued in ticket #${number + 1}` }).click()
  await page.locator('.tc-message', { hasText: 'Cold again' }).waitFor()
  await page.getByRole('link', { name: `Continues ticket #${number}` }).click()
  await page.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
