import { createTransport } from 'nodemailer'
import { afterAll, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { startMailServer } from '../support/mail-server.ts'
import { createTestWebsite } from '../support/website.ts'
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

/** The console of all tests. */
const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
await page.goto(consoleOf(website, 'ada@acme.com').linkTo())

/** Opens a customer's ticket in it. */
async function show(email: string): Promise<void> {
  await page.locator('.tc-tab').last().click()
  await page.locator('.tc-ticket', { hasText: subjectOf(email) }).click()
  await page.locator('.tc-pane-title', { hasText: subjectOf(email) }).waitFor()
  await page.locator('.tc-message').first().waitFor()
}

async function openFrame(email: string, ticket: string) {
  const opened = await openPage(browser)
  const src = website.frameUrl(email, { ticket })
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const frame = opened.page.frameLocator('iframe')
  await frame.locator('.tc-message').first().waitFor()
  return { ...opened, frame }
}

const subjectOf = (email: string) => `Parcel of ${email}`

/** A customer’s ticket, once its confirmation has arrived. */
async function openTicket(email: string): Promise<string> {
  const customer = await website.customer(email)
  const input = { subject: subjectOf(email), body: 'It never came.' }
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

const message = (text: string) => page.locator('.tc-message', { hasText: text })
const spoken = (text: string) => page.getByRole('status').getByText(text).waitFor({ state: 'attached' })

describe('an undelivered email', () => {
  test('is shown under its message without a reload and can be resent', async () => {
    await openTicket('jane@example.com')
    refuse('jane@example.com', 550)
    await show('jane@example.com')
    await page.getByLabel('Your reply').fill('We look for it.')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    const reply = message('We look for it.')
    await reply.getByText('The email to jane@example.com was not delivered: 550').waitFor()
    await spoken('jane@example.com was not delivered')
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
    await page.reload()
    await message('We look for it.').waitFor()
    expect(await page.getByText('jane@example.com was').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('is shown on a quiet line while it is queued', async () => {
    const ticketId = await openTicket('joe@example.com')
    refuse('joe@example.com', 451)
    await show('joe@example.com')
    await (await website.operator()).run('reply', { ticketId, body: 'We look for it.' }, '__typename')
    const reply = message('We look for it.')
    await reply.getByText('Email to joe@example.com is queued: the mail server said “451').waitFor()
    expect(await reply.getByRole('button').count()).toBe(0)
  })
})

describe('a reply by email', () => {
  test('shows its quotation only on request, in the console and in the frame', async () => {
    const email = 'ann@example.com'
    const ticketId = await openTicket(email)
    const address = await write(ticketId, email)
    await show(email)
    const customer = await openFrame(email, ticketId)
    const words =
      'The label is attached.\n\nOn Mon, 4 May 2026 at 09:30, Ada <a@b.example> wrote:\n\n> We look for it.\n'
    await answer(address, email, words, [{ filename: 'label.pdf', content: 'x'.repeat(2_000) }])

    const reply = message('The label is attached.')
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
    await customer.page.close()
  })
})

describe('an email from somebody else', () => {
  test('is shown as quarantined without a reload, and can be discarded', async () => {
    const ticketId = await openTicket('eve@example.com')
    const address = await write(ticketId, 'eve@example.com')
    await show('eve@example.com')
    const before = await page.locator('.tc-message').count()
    await answer(address, 'mallory@evil.test', 'My <b>new</b> address is 12 Dark Street.')

    const quarantined = page.getByRole('region', { name: 'Quarantined emails' })
    await quarantined.getByText('An email from mallory@evil.test is in quarantine.').waitFor()
    await spoken('mallory@evil.test is in quarantine')
    const words = quarantined.getByText('My <b>new</b> address is 12 Dark Street.')
    await words.waitFor()
    expect(await page.locator('.tc-message').count()).toBe(before)
    expect(await violations(page.mainFrame())).toEqual([])

    await quarantined.getByRole('button', { name: 'Discard' }).press('Enter')
    await quarantined.waitFor({ state: 'detached' })
    await spoken('Email discarded')
    await page.reload()
    await page.locator('.tc-message').first().waitFor()
    expect(await page.locator('.tc-quarantined').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('is added to the ticket with one click', async () => {
    const ticketId = await openTicket('eva@example.com')
    const address = await write(ticketId, 'eva@example.com')
    await show('eva@example.com')
    await answer(address, 'eva@home.test', `From my other address. ${'It is red. '.repeat(100)}`)

    const quarantined = page.getByRole('region', { name: 'Quarantined emails' })
    await quarantined.getByText('Show text').click()
    await quarantined.getByText('From my other address.').waitFor()
    const announced = await announcements(page)
    await quarantined.getByRole('button', { name: 'Add to ticket' }).press('Enter')
    await expect.poll(announced).toContain('Email added to the ticket')
    await quarantined.waitFor({ state: 'detached' })
    await message('From my other address.').getByText('by email').waitFor()
    expect(complaints).toEqual([])
  })
})
