import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import { follow } from '../support/live.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey)
const browser = await startBrowser()
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

test('the console shows that the customer types, until they post, and tells them that the team does', async () => {
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
  expect(await follower.count(1)).toEqual([{ typing: { isTeam: true, author: null } }])
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

test('nothing is sent or shown while the website has turned it off', async () => {
  await website.key.run('updateWebsite', { typingEnabled: false }, '__typename')
  const { number } = await newTicket()
  const { page, context } = await openConsole(number)
  const sent: string[] = []
  context.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByLabel('Your reply').pressSequentially('We look')
  await expect.poll(() => sent.some((body) => body.includes('SaveDraft'))).toBe(true)
  expect(sent.some((body) => body.includes('SetTyping'))).toBe(false)
  await page.close()
})
