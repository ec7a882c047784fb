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

async function newTicket(): Promise<{ id: string; number: number }> {
  return (await jane.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id number }')).ticket
}

async function openConsole(number: number) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 800 } })
  await opened.page.goto(consoleOf(website, 'ada@acme.com').linkTo({ place: `/tickets/${number}` }))
  await opened.page.locator('.tc-message', { hasText: 'Please' }).waitFor()
  return opened
}

test('the console shows who is typing until they post, and the customer sees the team type', async () => {
  const { id: ticketId, number } = await newTicket()
  const { page, complaints } = await openConsole(number)
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
  expect(complaints).toEqual([])
  await page.close()
})

test('the console shows once the customer has read the last reply', async () => {
  const { id: ticketId, number } = await newTicket()
  const { page, complaints } = await openConsole(number)
  await page.getByLabel('Your reply').fill('Done')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.locator('.tc-message', { hasText: 'Done' }).waitFor()
  expect(await page.locator('.tc-seen').count()).toBe(0)
  await jane.run('markTicketRead', { ticketId, position: 2 }, '__typename')
  await page.locator('.tc-seen', { hasText: /^Seen \S?\d/ }).waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

async function openFrame(ticket: number) {
  const opened = await openPage(browser)
  const src = website.frameUrl('jane@example.com', { ticket: String(ticket) })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = opened.page.frameLocator('iframe')
  await frame.locator('.tc-message', { hasText: 'Please' }).waitFor()
  return { ...opened, frame }
}

test('the frame shows who of the team types, until they post, and shows the team that the customer does', async () => {
  const { id: ticketId, number } = await newTicket()
  const { page, frame, complaints } = await openFrame(number)
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
  expect(complaints).toEqual([])
  await page.close()
})

test('the frame shows once the team has read the last message, and who handles the ticket', async () => {
  const { id: ticketId, number } = await newTicket()
  const { page, frame, complaints } = await openFrame(number)
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
  expect(complaints).toEqual([])
  await page.close()
})

test('the frame says how soon the team usually replies', async () => {
  const { number } = await newTicket()
  const { page, frame } = await openFrame(number)
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.locator('.tc-new-ticket').getByText('We usually reply within 2 hours.').waitFor()
  await page.close()
})

test('nothing is sent or shown while the website has turned it off', async () => {
  const { number } = await newTicket()
  const customer = await openFrame(number)
  await customer.frame.locator('.tc-typing').waitFor({ state: 'attached' })
  await website.key.run('updateWebsite', { typingEnabled: false }, '__typename')
  await customer.frame.locator('.tc-typing').waitFor({ state: 'detached' })
  await customer.page.close()
  const { page, context } = await openConsole(number)
  const sent: string[] = []
  context.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByLabel('Your reply').pressSequentially('We look')
  await expect.poll(() => sent.some((body) => body.includes('SaveDraft'))).toBe(true)
  expect(sent.some((body) => body.includes('SetTyping'))).toBe(false)
  await page.close()
})
