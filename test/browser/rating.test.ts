import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')

async function solvedTicket(email: string) {
  const customer = await website.customer(email)
  const input = { subject: 'Oven', body: 'It is cold', participants: ['friend@example.com'] }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id number }')
  await website.key.run('setTicketStatus', { ticketId: ticket.id, status: 'SOLVED' }, '__typename')
  const rating = async () => {
    const query = 'query ($id: ID!) { ticket(id: $id) { rating { score comment } } }'
    return (await website.key.ask(query, { id: ticket.id })).ticket.rating
  }
  return { ...(ticket as { id: string; number: number }), rating }
}

async function openFrame(email: string, ticket: number, options = {}) {
  const opened = await openPage(browser, options)
  const src = website.frameUrl(email, { ticket: String(ticket) })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = opened.page.frameLocator('iframe')
  await frame.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  return { ...opened, frame, place: frame.locator('.tc-rating') }
}

test('a solved ticket is rated, with a comment, and the rating can be changed', async () => {
  const { number, rating } = await solvedTicket('jane@example.com')
  const { page, place, complaints } = await openFrame('jane@example.com', number)
  await place.getByText('How did we do?').waitFor()
  await place.getByRole('button', { name: 'Good' }).click()
  await place.getByText('Thank you for your rating.').waitFor()
  expect(await rating()).toEqual({ score: 'GOOD', comment: null })

  const comment = place.getByLabel('Would you like to add anything?')
  await comment.fill('x'.repeat(1_002))
  await place.getByText('2 characters too long').waitFor()
  await comment.fill(' Fast ')
  await comment.press('Control+Enter')
  await place.getByText('Your rating: Good').waitFor()
  expect(await rating()).toEqual({ score: 'GOOD', comment: 'Fast' })

  const change = place.getByRole('button', { name: 'Change' })
  expect(await change.evaluate((button) => button === document.activeElement)).toBe(true)
  await change.press('Enter')
  expect(await comment.inputValue()).toBe('Fast')
  await place.getByRole('button', { name: 'Bad' }).click()
  await expect.poll(rating).toEqual({ score: 'BAD', comment: 'Fast' })
  await comment.fill('')
  await place.getByRole('button', { name: 'Send' }).click()
  await place.getByText('Your rating: Bad').waitFor()
  expect(await rating()).toEqual({ score: 'BAD', comment: null })
  expect(complaints).toEqual([])
  await page.close()
})

test('only its customer is asked, and only while the ticket is solved', async () => {
  const { id, number } = await solvedTicket('only@example.com')
  const friend = await openFrame('friend@example.com', number)
  await friend.frame.locator('.tc-history').waitFor()
  expect(await friend.place.count()).toBe(0)
  const { page, frame, place } = await openFrame('only@example.com', number)
  await place.getByText('How did we do?').waitFor()
  await website.key.run('setTicketStatus', { ticketId: id, status: 'OPEN' }, '__typename')
  await frame.locator('.tc-conversation .tc-status--open').waitFor()
  await place.waitFor({ state: 'detached' })
  await Promise.all([page.close(), friend.page.close()])
})

test('a rating that is not stored says so, and can be given again', async () => {
  const { number, rating } = await solvedTicket('again@example.com')
  const { page, context, place } = await openFrame('again@example.com', number)
  await place.getByText('How did we do?').waitFor()
  await context.route('**/graphql', (route) => route.abort())
  await place.getByRole('button', { name: 'Bad' }).click()
  await place.getByText('That did not work. Please try again.').waitFor()
  await context.unroute('**/graphql')
  await place.getByRole('button', { name: 'Bad' }).click()
  await place.getByText('Thank you for your rating.').waitFor()
  expect(await rating()).toEqual({ score: 'BAD', comment: null })
  await page.close()
})

test('the team sees a rating at once, among the details and in the history', async () => {
  const { id, number } = await solvedTicket('team@example.com')
  const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: `/tickets/${number}` }))
  await page.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
  expect(await page.locator('.tc-rating').count()).toBe(0)
  const customer = await website.customer('team@example.com')
  await customer.run('rateTicket', { ticketId: id, score: 'BAD', comment: 'Too slow' }, '__typename')
  await page.locator('.tc-rating', { hasText: 'Bad' }).getByText('Too slow').waitFor()
  await page.getByText('rated the support as bad').waitFor()
  await customer.run('rateTicket', { ticketId: id, score: 'GOOD' }, '__typename')
  await page.locator('.tc-rating', { hasText: 'Good' }).waitFor()
  expect(await page.getByText('Too slow').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})
