import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { withoutScripts, withoutSockets, withoutStreams } from './blocked.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const operator = await website.operator()

describe('the main job works', () => {
  test.each([
    ['by event streams if WebSockets are blocked', withoutSockets, true],
    ['by polling if event streams are blocked, too', withoutStreams, false],
    ['by event streams if the script for WebSockets is blocked', withoutScripts('open-socket'), true],
    ['by polling if the scripts for both are blocked', withoutScripts('open-socket', 'event-stream'), false],
  ])('%s', async (name, block, streams) => {
    const email = `jane-${name.replaceAll(/\W+/g, '-')}@example.com`
    const { page, context } = await openPage(browser)
    await block(context)
    let streamed = 0
    page.on('response', (response) => {
      if (response.headers()['content-type']?.startsWith('text/event-stream')) streamed += 1
    })
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl(email))}`)
    const frame = page.frameLocator('iframe')

    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Subject').fill('The oven stays cold')
    await frame.getByLabel('Message').fill('It was warm yesterday.')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.locator('.tc-message--customer', { hasText: 'It was warm yesterday.' }).waitFor()

    const filter = { customerEmail: email }
    const { tickets } = await operator.ask(
      'query ($filter: TicketFilter) { tickets(filter: $filter) { edges { node { id } } } }',
      { filter },
    )
    const ticketId = tickets.edges[0].node.id
    await operator.run('reply', { ticketId, body: 'Is the plug in?' }, '__typename')
    await frame.locator('.tc-message--operator', { hasText: 'Is the plug in?' }).waitFor()

    await frame.getByLabel('Your reply').fill('It is now.')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-message--mine .tc-rich-text', { hasText: 'It is now.' }).waitFor()
    await frame.getByRole('button', { name: 'Mark as solved' }).click()
    await frame.locator('.tc-conversation .tc-status--solved').first().waitFor()
    await operator.run('setTicketStatus', { ticketId, status: 'OPEN' }, '__typename')
    await frame.locator('.tc-conversation .tc-status--open').first().waitFor()

    await operator.run('reply', { ticketId, body: 'One more thing' }, '__typename')
    await frame.locator('.tc-message--operator', { hasText: 'One more thing' }).waitFor()
    const bodies = await frame.locator('.tc-message').allInnerTexts()
    expect(bodies.map((text) => text.trim())).toEqual([
      'It was warm yesterday.',
      'Is the plug in?',
      'It is now.',
      'One more thing',
    ])
    expect(streamed > 0).toBe(streams)
    await page.close()
  })
})
