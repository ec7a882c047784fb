import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { follow } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
await db.website.update({ where: { id: website.websiteId }, data: { medianFirstReplySeconds: 5_400 } })
const jane = await website.customer('jane@example.com', { nickname: 'Jane' })

const typing =
  'subscription ($ticketId: ID!) { typing(ticketId: $ticketId) { isTeam author { __typename } } }'

const consoles = await openPage(browser, { viewport: { width: 1280, height: 800 } })
const { page } = consoles
await page.goto(consoleOf(website, 'ada@acme.com').linkTo())
const customers = await openPage(browser)
const src = website.frameUrl('jane@example.com')
await customers.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
const frame = customers.page.frameLocator('iframe')

/** A new ticket, open in the console or the frame. */
async function showTicket(place: Page | FrameLocator, subject: string): Promise<string> {
  const { ticket } = await jane.run('openTicket', { subject, body: 'Please' }, 'ticket { id }')
  await place.locator('.tc-ticket', { hasText: subject }).click()
  await place.locator('.tc-pane-title', { hasText: subject }).waitFor()
  await place.locator('.tc-message', { hasText: 'Please' }).waitFor()
  return ticket.id
}

test('the console shows who is typing until they post, and the customer sees the team type', async () => {
  const ticketId = await showTicket(page, 'Typing')
  const line = page.locator('.tc-typing')
  await expect
    .poll(async () => {
      await jane.run('setTyping', { ticketId }, 'shown')
      return await line.innerText()
    })
    .toBe('Jane is typing…')
  await jane.run('reply', { ticketId, body: 'Hello?' }, '__typename')
  await expect.poll(() => line.innerText()).toBe('')

  const follower = follow(jane, typing, { ticketId })
  await page.getByLabel('Your reply').pressSequentially('We look')
  expect(await follower.count(1)).toEqual([{ typing: { isTeam: true, author: { __typename: 'Operator' } } }])
  await follower.close()
  expect(consoles.complaints).toEqual([])
})

test('the console shows once the customer has read the last reply', async () => {
  const ticketId = await showTicket(page, 'Seen')
  await page.getByLabel('Your reply').fill('Done')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.locator('.tc-message .tc-rich-text', { hasText: 'Done' }).waitFor()
  expect(await page.locator('.tc-seen').count()).toBe(0)
  await jane.run('markTicketRead', { ticketId, position: 2 }, '__typename')
  await page.locator('.tc-seen', { hasText: /^Seen \S?\d/ }).waitFor()
  expect(consoles.complaints).toEqual([])
})

test('the frame shows who of the team types, until they post, and shows the team that the customer does', async () => {
  const ticketId = await showTicket(frame, 'Typing team')
  const ada = await website.operator()
  const line = frame.locator('.tc-typing')
  await expect
    .poll(async () => {
      await ada.run('setTyping', { ticketId }, 'shown')
      return await line.innerText()
    })
    .toBe('Ada is typing…')
  await ada.run('reply', { ticketId, body: 'Hello?' }, '__typename')
  await expect.poll(() => line.innerText()).toBe('')

  const follower = follow(ada, typing, { ticketId })
  await frame.getByLabel('Your reply').pressSequentially('We look')
  expect(await follower.count(1)).toEqual([{ typing: { isTeam: false, author: { __typename: 'Customer' } } }])
  await follower.close()
  expect(customers.complaints).toEqual([])
})

test('the frame shows once the team has read the last message, and who handles the ticket', async () => {
  const ticketId = await showTicket(frame, 'Seen by the team')
  const ada = await website.operator()
  expect(await frame.locator('.tc-seen, .tc-assignee').count()).toBe(0)
  await ada.run('markTicketRead', { ticketId, position: 1 }, '__typename')
  await frame.locator('.tc-seen', { hasText: /^Seen \S?\d/ }).waitFor()
  const { viewer } = await ada.ask('{ viewer { ... on Operator { id } } }')
  await ada.run('assignTicket', { ticketId, operatorId: viewer.id }, '__typename')
  await frame.getByText('Handled by Ada').waitFor()
  await frame.getByLabel('Your reply').fill('Thanks')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.locator('.tc-message--mine .tc-rich-text', { hasText: 'Thanks' }).waitFor()
  expect(await frame.locator('.tc-seen').count()).toBe(0)
  expect(customers.complaints).toEqual([])
})

test('the frame says how soon the team usually replies', async () => {
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.locator('.tc-new-ticket').getByText('We usually reply within 2 hours.').waitFor()
})

test('nothing is sent or shown while the website has turned it off', async () => {
  await showTicket(frame, 'Turned off')
  await frame.locator('.tc-typing').waitFor({ state: 'attached' })
  await website.key.run('updateWebsite', { typingEnabled: false }, '__typename')
  await frame.locator('.tc-typing').waitFor({ state: 'detached' })
  await page.locator('.tc-ticket', { hasText: 'Turned off' }).click()
  await page.locator('.tc-pane-title', { hasText: 'Turned off' }).waitFor()
  await page.reload()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByLabel('Your reply').pressSequentially('We look')
  await expect.poll(() => sent.some((body) => body.includes('SaveDraft'))).toBe(true)
  expect(sent.some((body) => body.includes('SetTyping'))).toBe(false)
})
