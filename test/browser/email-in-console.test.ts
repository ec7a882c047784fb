import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { startMailServer } from '../support/mail-server.ts'
import { createTestWebsite, hmac } from '../support/website.ts'
import { announcements } from './announcements.ts'

const post = await startMailServer()
afterAll(post.down)
const { app, origin, rootKey } = await startOwnApp({
  SMTP_URL: post.url,
  MAIL_FROM: 'tickets@example.test',
  MAIL_DELAY_SECONDS: '0',
  INBOUND_DOMAIN: 'in.example.test',
  INBOUND_SMTP_PORT: '0',
})
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

/** The console with a ticket open. */
async function openConsole(ticketId: string) {
  const email = 'ada@acme.com'
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const signature = hmac(`${email}:${expires}`, website.operatorSecret)
  const query = new URLSearchParams({ email, expires, hmac: signature, ticket: ticketId })
  const opened = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await opened.page.goto(`${origin}/console/${website.websiteId}?${query}`)
  await opened.page.locator('.tc-message').first().waitFor()
  return opened
}

async function openFrame(email: string, ticket: string) {
  const opened = await openPage(browser)
  const src = website.frameUrl(email, { ticket })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = opened.page.frameLocator('iframe')
  await frame.locator('.tc-message').first().waitFor()
  return { ...opened, frame }
}

/** A customer’s ticket, once its confirmation has arrived. */
async function openTicket(email: string): Promise<string> {
  const customer = await website.customer(email)
  const input = { subject: 'Parcel lost', body: 'It never came.' }
  const { ticket } = await customer.run('openTicket', input, 'ticket { id }')
  await post.count(email, 1)
  return ticket.id
}

/** Emails a customer a message, and returns the reply address. */
async function write(ticketId: string, email: string): Promise<string> {
  await (await website.operator()).run('reply', { ticketId, body: 'We look for it.' }, '__typename')
  const [, received] = await post.count(email, 2)
  return received?.replyTo?.value[0]?.address ?? ''
}

const answer = (
  to: string,
  from: string,
  text: string,
  attachments: { filename: string; content: string }[] = [],
) => createTransport({ host: '127.0.0.1', port: app.inboundPort() }).sendMail({ to, from, text, attachments })

/** From now on, the mail server refuses emails to this address with this code, and accepts all others. */
function refuse(email?: string, code?: number): void {
  post.mood = (address) => (address === email ? code : undefined)
}

const message = (page: Page, text: string) => page.locator('.tc-message', { hasText: text })
const spoken = (page: Page, text: string) =>
  page.getByRole('status').getByText(text).waitFor({ state: 'attached' })

describe('an undelivered email', () => {
  test('is shown under its message without a reload and can be resent', async () => {
    const ticketId = await openTicket('jane@example.com')
    refuse('jane@example.com', 550)
    const { page, complaints } = await openConsole(ticketId)
    await page.getByLabel('Your reply').fill('We look for it.')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    const reply = message(page, 'We look for it.')
    await reply.getByText('The email to jane@example.com was not delivered: 550').waitFor()
    await spoken(page, 'jane@example.com was not delivered')
    expect(await violations(page.mainFrame())).toEqual([])

    const again = reply.getByRole('button', { name: 'Resend' })
    await again.press('Enter')
    await reply.getByText('Sending the email to').waitFor()
    expect(await reply.locator('.tc-email-state__words:focus').count()).toBe(1)
    await again.waitFor()

    refuse()
    await again.press('Enter')
    const [, received] = await post.count('jane@example.com', 2)
    expect(received?.text).toContain('We look for it.')
    await reply.getByText('The email to jane@example.com was sent.').waitFor()
    const later = await openConsole(ticketId)
    await message(later.page, 'We look for it.').waitFor()
    expect(await later.page.getByText('jane@example.com was').count()).toBe(0)
    expect(complaints).toEqual([])
    await Promise.all([page.close(), later.page.close()])
  })

  test('is shown on a quiet line while it is queued', async () => {
    const ticketId = await openTicket('joe@example.com')
    refuse('joe@example.com', 451)
    const { page } = await openConsole(ticketId)
    await (await website.operator()).run('reply', { ticketId, body: 'We look for it.' }, '__typename')
    const reply = message(page, 'We look for it.')
    await reply.getByText('Email to joe@example.com is queued: the mail server said “451').waitFor()
    expect(await reply.getByRole('button').count()).toBe(0)
    await page.close()
  })
})

describe('a reply by email', () => {
  test('shows its quotation only on request, in the console and in the frame', async () => {
    const email = 'ann@example.com'
    const ticketId = await openTicket(email)
    const address = await write(ticketId, email)
    const [{ page, complaints }, customer] = [await openConsole(ticketId), await openFrame(email, ticketId)]
    const words =
      'The label is attached.\n\nOn Mon, 4 May 2026 at 09:30, Ada <a@b.example> wrote:\n\n> We look for it.\n'
    await answer(address, email, words, [{ filename: 'label.pdf', content: 'x'.repeat(2_000) }])

    const reply = message(page, 'The label is attached.')
    await reply.getByText('by email').waitFor()
    await reply.locator('.tc-attachment', { hasText: 'label.pdf' }).waitFor()
    for (const [place, complained] of [
      [reply, complaints],
      [
        customer.frame.locator('.tc-message-group', { hasText: 'The label is attached.' }),
        customer.complaints,
      ],
    ] as const) {
      await place.getByText('by email').waitFor()
      const quotation = place.getByText('> We look for it.')
      expect(await quotation.isVisible()).toBe(false)
      await place.getByText('Show quoted text').press('Enter')
      await quotation.waitFor()
      await place.getByText('Hide quoted text').press('Enter')
      await quotation.waitFor({ state: 'hidden' })
      expect(complained).toEqual([])
    }
    await Promise.all([page.close(), customer.page.close()])
  })
})

describe('an email from somebody else', () => {
  test('is shown as quarantined without a reload, and can be discarded', async () => {
    const ticketId = await openTicket('eve@example.com')
    const address = await write(ticketId, 'eve@example.com')
    const { page, complaints } = await openConsole(ticketId)
    const before = await page.locator('.tc-message').count()
    await answer(address, 'mallory@evil.test', 'My <b>new</b> address is 12 Dark Street.')

    const quarantined = page.getByRole('region', { name: 'Quarantined emails' })
    await quarantined.getByText('An email from mallory@evil.test is in quarantine.').waitFor()
    await spoken(page, 'mallory@evil.test is in quarantine')
    const words = quarantined.getByText('My <b>new</b> address is 12 Dark Street.')
    await words.waitFor()
    expect(await page.locator('.tc-message').count()).toBe(before)
    expect(await violations(page.mainFrame())).toEqual([])

    await quarantined.getByRole('button', { name: 'Discard' }).press('Enter')
    await quarantined.waitFor({ state: 'detached' })
    await spoken(page, 'Email discarded')
    const later = await openConsole(ticketId)
    expect(await later.page.locator('.tc-quarantined').count()).toBe(0)
    expect(complaints).toEqual([])
    await Promise.all([page.close(), later.page.close()])
  })

  test('is added to the ticket with one click', async () => {
    const ticketId = await openTicket('eva@example.com')
    const address = await write(ticketId, 'eva@example.com')
    const { page, complaints } = await openConsole(ticketId)
    await answer(address, 'eva@home.test', `From my other address. ${'It is red. '.repeat(100)}`)

    const quarantined = page.getByRole('region', { name: 'Quarantined emails' })
    await quarantined.getByText('Show text').click()
    await quarantined.getByText('From my other address.').waitFor()
    const announced = await announcements(page)
    await quarantined.getByRole('button', { name: 'Add to ticket' }).press('Enter')
    await expect.poll(announced).toContain('Email added to the ticket')
    await quarantined.waitFor({ state: 'detached' })
    await message(page, 'From my other address.').getByText('by email').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })
})
