import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { chromiumVisitor, messagesOf, visit } from './visit.ts'

const { app, origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const operator = await website.operator()

/** Opens the dashboard, on another host than the server's, as a new customer. */
async function openDashboard(email: string, options = {}) {
  const opened = await openPage(browser, options)
  const src = website.frameUrl(email, { nickname: 'Jane' })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  return { ...opened, frame: opened.page.frameLocator('iframe') }
}

async function openTicket(email: string, subject: string) {
  const customer = await website.customer(email)
  const { ticket } = await customer.run('openTicket', { subject, body: 'First message' }, 'ticket { id }')
  return { ticketId: ticket.id as string }
}

describe('the ticket center in its iframe', () => {
  test('takes a ticket from opening through live replies and solving to reopening', async () => {
    const { page, frame, complaints } = await openDashboard('jane@example.com')
    await visit(chromiumVisitor(frame), website)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('catches up on every message, without duplicates, after its socket was cut', async () => {
    const { ticketId } = await openTicket('cut@example.com', 'Cut')
    const sockets = new Set<Socket>()
    app.server.on('upgrade', (_request, socket) => sockets.add(socket as Socket))
    const { page, frame } = await openDashboard('cut@example.com')
    await frame.getByText('Cut').first().click()
    await frame.getByText('First message').last().waitFor()
    await expect.poll(() => sockets.size).toBeGreaterThan(0)
    for (const socket of sockets) socket.destroy()
    for (const body of ['One', 'Two', 'Three']) await operator.run('reply', { ticketId, body }, '__typename')
    await frame.locator('.tc-message--operator', { hasText: 'Three' }).waitFor()
    await operator.run('reply', { ticketId, body: 'Four' }, '__typename')
    await frame.locator('.tc-message--operator', { hasText: 'Four' }).waitFor()
    const bodies = await frame.locator('.tc-message--operator').allInnerTexts()
    expect(bodies.map((text) => text.trim())).toEqual(['One', 'Two', 'Three', 'Four'])
    await page.close()
  })

  test('survives a reload inside the frame, which sends no Referer', async () => {
    await openTicket('reload@example.com', 'Before the reload')
    const { page, frame, complaints } = await openDashboard('reload@example.com')
    await frame.getByText('Before the reload').first().waitFor()
    const inner = page.frames()[1]
    const src = website.frameUrl('reload@example.com', { nickname: 'Jane' })
    await expect.poll(() => inner?.url()).toContain('&seen=')
    expect(inner?.url().replace(/&seen=[^&]*$/, '')).toBe(src)
    const reloaded = page.waitForResponse((response) => response.url().includes('/tickets/'))
    await inner?.evaluate(() => location.reload())
    const response = await reloaded
    expect([response.status(), (await response.request().allHeaders()).referer]).toEqual([200, undefined])
    await frame.getByText('Before the reload').first().waitFor()
    expect(inner?.url().match(/seen=/g)).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('renews its session before the token expires, and continues', async () => {
    const { ticketId } = await openTicket('renew@example.com', 'Long talk')
    const { page, context } = await openPage(browser)
    await context.clock.install()
    const src = website.frameUrl('renew@example.com')
    await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
    const frame = page.frameLocator('iframe')
    await frame.getByText('Long talk').first().click()
    const renewal = page.waitForRequest((request) => request.postData()?.includes('RenewSession') === true)
    await context.clock.fastForward('14:30')
    expect((await (await renewal).response())?.status()).toBe(200)
    await context.clock.resume()
    await frame.getByLabel('Your reply').fill('Still here')
    await frame.getByRole('button', { name: 'Send' }).click()
    await expect.poll(async () => (await messagesOf(website, ticketId)).at(-1)).toBe('Still here')
    await page.close()
  })

  test('retries unsent messages automatically, in order and once each, when it is back online', async () => {
    const { ticketId } = await openTicket('line@example.com', 'Bad line')
    const { page, frame, context } = await openDashboard('line@example.com')
    await frame.getByText('Bad line').first().click()
    await context.route('**/graphql', (route) => route.abort())
    for (const body of ['Can you hear me?', 'Hello?']) {
      await frame.getByLabel('Your reply').fill(body)
      await frame.getByRole('button', { name: 'Send' }).click()
    }
    // And the second one, which waits behind the first.
    await frame.getByText('Not sent yet').nth(1).waitFor()
    await context.unroute('**/graphql')
    await expect
      .poll(() => messagesOf(website, ticketId))
      .toEqual(['First message', 'Can you hear me?', 'Hello?'])
    await expect.poll(() => frame.locator('.tc-message--waiting, .tc-message--sending').count()).toBe(0)
    await page.close()
  })

  test('keeps a refused message, and sends it once on retry', async () => {
    const { ticketId } = await openTicket('retry@example.com', 'Too fast')
    const { page, frame, context } = await openDashboard('retry@example.com')
    await frame.getByText('Too fast').first().click()
    await frame.getByLabel('Your reply').fill('Can you hear me?')
    const error = { message: 'Too many', extensions: { code: 'RATE_LIMITED' } }
    await context.route('**/graphql', (route) => route.fulfill({ json: { errors: [error] } }))
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.getByText('Too many requests').waitFor()
    await context.unroute('**/graphql')
    await frame.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => messagesOf(website, ticketId)).toEqual(['First message', 'Can you hear me?'])
    await page.close()
  })

  test('shows at once that the device is offline, and continues afterwards', async () => {
    const { ticketId } = await openTicket('offline@example.com', 'On a train')
    const { page, frame, context } = await openDashboard('offline@example.com')
    await frame.getByText('On a train').first().click()
    // In the conversation, as the list shows the same text.
    await frame.locator('.tc-message', { hasText: 'First message' }).waitFor()
    await context.setOffline(true)
    await frame.getByText('You are offline').waitFor()
    await frame.getByLabel('Your reply').fill('In the tunnel')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.getByText('Not sent yet').waitFor()
    await context.setOffline(false)
    await expect.poll(() => messagesOf(website, ticketId)).toEqual(['First message', 'In the tunnel'])
    await operator.run('reply', { ticketId, body: 'Here I am' }, '__typename')
    await frame.locator('.tc-message--operator', { hasText: 'Here I am' }).waitFor()
    await expect.poll(() => frame.getByText('You are offline').count()).toBe(0)
    await page.close()
  })
})
