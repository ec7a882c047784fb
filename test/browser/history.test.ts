import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite, hmac } from '../support/website.ts'
import { withoutStreams } from './blocked.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const jane = await website.customer('jane@example.com')
const ada = await website.operator()
const { ticket } = await jane.run(
  'openTicket',
  { subject: 'Oven', body: 'It is cold' },
  'ticket { id number }',
)
const ticketId = ticket.id

function consoleAddress(): string {
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const signed = hmac(`ada@acme.com:${expires}`, website.operatorSecret)
  return `${origin}/console/${website.websiteId}?${new URLSearchParams({ email: 'ada@acme.com', expires, hmac: signed })}`
}

async function idOfOlaf(): Promise<string> {
  const { website: own } = await website.key.ask('{ website { operators { id name } } }')
  return own.operators.find(({ name }: { name: string }) => name === 'Olaf').id
}

describe('a ticket’s history', () => {
  test('appears at once in the conversation of both apps, with author and time', async () => {
    const { page, complaints } = await openPage(browser)
    const src = website.frameUrl('jane@example.com', { ticket: String(ticket.number) })
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    const frame = page.frameLocator('iframe')
    await frame.getByText('Oven').first().click()
    await frame.locator('.tc-message', { hasText: 'It is cold' }).waitFor()
    const team = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await team.page.goto(consoleAddress())
    await team.page.getByText('Oven').first().click()
    await team.page.locator('.tc-message', { hasText: 'It is cold' }).waitFor()

    await ada.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    await frame.getByText('Ada marked this as solved').waitFor()
    await team.page.getByText('Ada marked this as solved').waitFor()
    await frame.getByRole('button', { name: 'Reopen' }).click()
    await frame.getByText('You reopened this').waitFor()
    await ada.run('assignTicket', { ticketId, operatorId: await idOfOlaf() }, '__typename')
    await team.page.getByText('Ada assigned this to Olaf').waitFor()
    expect(await frame.getByText('assigned').count(), 'what is the team’s own').toBe(0)
    expect(await frame.locator('.tc-history').count()).toBe(2)
    expect([complaints, team.complaints]).toEqual([[], []])
    await Promise.all([page.close(), team.page.close()])
  })

  test('appears even if it is old, and when updates are polled', async () => {
    const opened = await jane.run('openTicket', { subject: 'Kettle', body: 'It leaks' }, 'ticket { id }')
    const { id } = opened.ticket
    const flips = Array.from({ length: 51 }, (_, index) => (index % 2 ? 'OPEN' : 'PENDING'))
    for (const status of ['SOLVED', 'OPEN', ...flips, 'OPEN']) {
      await ada.run('setTicketStatus', { ticketId: id, status }, '__typename')
    }
    const { page, context } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
    await withoutStreams(context)
    await page.goto(consoleAddress())
    await page.getByText('Kettle').first().click()
    await page.getByText('Ada marked this as solved').waitFor()
    await page.getByText('Ada reopened this').waitFor()
    await page.waitForRequest((request) => !!request.postData()?.includes('"ConsoleTickets"'))
    await ada.run('assignTicket', { ticketId: id, operatorId: await idOfOlaf() }, '__typename')
    await page.getByText('Ada assigned this to Olaf').waitFor()
    await page.close()
  })
})
