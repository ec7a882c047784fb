import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startDashboard } from '../support/dashboard.ts'
import { png } from '../support/upload.ts'
import { createTestWebsite } from '../support/website.ts'
import { fillWebsite, interrupt, openScreen, type Screen } from './screens.ts'

const { app, origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const { db } = await import('../../server/database/db.ts')
const [browser, port] = [await startBrowser(), await startDashboard()]
const line = interrupt(app.server)
const seen = new Set<string>()
await db.website.update({ where: { id: website.websiteId }, data: { medianFirstReplySeconds: 60 } })

const client = join(import.meta.dirname, '../../client')
const document = readFileSync(join(client, 'ticket-center/classes.md'), 'utf8')
// The styles of what is loaded late are in its scripts: those of this build, not of earlier ones.
const [built] = JSON.parse(readFileSync(join(client, 'dist/assets/builds.json'), 'utf8'))
const style = ['frame/app.css', ...built.map((name: string) => `assets/${name}`)]
  .map((file) => readFileSync(join(client, 'dist', file), 'utf8'))
  .join('\n')
const names = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()

const documented = names(document, /^\| `(tc-[\w-]+)` \|/gm)
const open = (email: string, more = {}) => openScreen(browser, port, website.frameUrl(email, more))

const weekdayIn = (days: number) => {
  const date = Date.now() + days * 24 * 3_600_000
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(date).toUpperCase()
}

async function done({ page, seen: classes }: Screen) {
  for (const name of await classes()) if (name.startsWith('tc-')) seen.add(name)
  await page.close()
}

describe('every screen of the frame opens:', () => {
  const owner = 'jane@example.com'
  let ticketId = ''
  const reply = (body: string) => website.key.run('reply', { ticketId, body }, '__typename')

  test('list, search and conversation', async () => {
    ticketId = await fillWebsite(website, owner)
    const email = { via: 'EMAIL', quotedText: 'On Monday, Ada wrote:' } as const
    await db.message.updateMany({ where: { position: 33 }, data: email })
    const screen = await open(owner)
    const { frame } = screen
    await frame.locator('.tc-ticket--unread').first().waitFor()
    await frame.getByRole('button', { name: 'Show older tickets' }).waitFor()
    await frame.getByLabel('Search your tickets').fill('no such words')
    await frame.locator('.tc-sidebar .tc-empty').waitFor()
    await frame.locator('.tc-search__clear').click()
    await frame.locator('.tc-find__filter').click()
    await frame.locator('.tc-filters').waitFor()
    await frame.getByText('Long talk').first().click()
    await frame.locator('.tc-unread-line').waitFor({ state: 'attached' })
    await frame.locator('.tc-thread').evaluate('(thread) => thread.scrollTo(0, 0)')
    await reply('Down here')
    await frame.locator('.tc-newer').click()
    await frame.getByLabel('Your reply').fill('Thanks')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-message--mine .tc-rich-text', { hasText: 'Thanks' }).waitFor()
    const ada = await website.operator()
    const { viewer } = await ada.ask('{ viewer { ... on Operator { id } } }')
    await ada.run('assignTicket', { ticketId, operatorId: viewer.id }, '__typename')
    await ada.run('markTicketRead', { ticketId, position: 35 }, '__typename')
    await frame.locator('.tc-seen').waitFor()
    await ada.run('setTyping', { ticketId }, '__typename')
    await frame.locator('.tc-typing__text').waitFor()
    await reply(`\`\`\`\nnpm ci\n\`\`\`\n${'And more\n\n'.repeat(30)}`)
    await frame.locator('.tc-long__toggle').waitFor()
    await frame.locator('.tc-block__corner').waitFor()
    await reply('See https://acme.com/docs')
    await frame.getByRole('link', { name: 'acme.com/docs' }).hover()
    await frame.locator('.tc-link-hint .tc-copy').click()
    await frame.locator('.tc-link-hint .tc-icon--check').waitFor()
    const file = { name: 'a.png', mimeType: 'image/png', buffer: png() }
    await frame.getByLabel('Add files').setInputFiles(file)
    await frame.locator('.tc-tray__state').waitFor()
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-attachment__image').waitFor()
    const program = { name: 'a.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }
    await frame.getByLabel('Add files').setInputFiles(program)
    await frame.locator('.tc-tray__item--failed').waitFor()
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-tray__note').waitFor()
    await frame.locator('.tc-tray__remove').click()
    await frame.locator('.tc-solve').click()
    await frame.locator('.tc-composer__note').waitFor()
    await frame.locator('.tc-history').waitFor()
    await frame.locator('.tc-rating__score').first().click()
    await frame.locator('.tc-rating__form [type=submit]').click()
    await frame.locator('.tc-rating__given').waitFor()
    await db.ticket.updateMany({ where: { status: 'SOLVED' }, data: { solvedAt: new Date(0) } })
    await website.key.run('updateWebsite', { followUpAfterDays: 1 }, '__typename')
    await (await website.customer(owner)).run('reply', { ticketId, body: 'Again' }, '__typename')
    await frame.locator('.tc-follow-up').waitFor()
    await done(screen)
  })

  test('new ticket, its errors, and questions', async () => {
    const soon = { day: weekdayIn(3), opens: '09:00', closes: '10:00' }
    await website.key.run('updateCustomization', { greeting: 'Hello' }, '__typename')
    await website.key.run('setOfficeHours', { timeZone: 'UTC', weekly: [soon] }, '__typename')
    const screen = await open(owner)
    const { frame } = screen
    await frame.locator('.tc-home .tc-faq__question').click()
    await frame.getByRole('button', { name: 'New ticket' }).first().click()
    await frame.getByLabel('Category').selectOption('Billing')
    await frame.locator('.tc-checkbox').waitFor()
    await frame.getByLabel('Subject').fill('Where is it')
    await frame.locator('.tc-matches__title').waitFor()
    await frame.getByLabel('Subject').fill('')
    await frame.getByRole('button', { name: 'Open ticket' }).click()
    await frame.locator('.tc-field--invalid').first().waitFor()
    await done(screen)
  })

  test('failures', async () => {
    const screen = await open(owner, { ticket: '1' })
    const { frame, context } = screen
    await frame.getByLabel('Your reply').fill('Lost')
    await context.route('**/graphql', (route) => route.abort())
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.tc-message--waiting').waitFor()
    const error = { message: 'Too many', extensions: { code: 'RATE_LIMITED' } }
    await context.route('**/graphql', (route) => route.fulfill({ json: { errors: [error] } }))
    await frame.locator('.tc-message--failed').waitFor()
    await frame.locator('.tc-solve').click()
    await frame.locator('.tc-action__failure').waitFor()
    line.start()
    await frame.locator('.tc-connection__text').waitFor()
    line.stop()
    await done(screen)
  })

  test('a customer without tickets, and a ticket that is not theirs', async () => {
    const empty = await open('new@example.com')
    await empty.frame.locator('.tc-sidebar .tc-empty').waitFor()
    await done(empty)
    const missing = await open('new@example.com', { ticket: '1' })
    await missing.frame.locator('.tc-conversation--missing').waitFor()
    await done(missing)
  })

  test('a participant’s ticket, and the end of the session', async () => {
    const screen = await open('friend@example.com', { ticket: '1' })
    await screen.frame.getByRole('button', { name: 'Leave' }).click()
    await screen.frame.locator('.tc-button--danger').waitFor()
    await screen.frame.getByLabel('Your reply').fill('Not sent')
    await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
    await screen.frame.locator('.tc-app--ended .tc-unsent').waitFor()
    await done(screen)
  })
})

describe('the list of stable classes', () => {
  test('contains exactly what the app shows', () => {
    expect([...seen].sort()).toEqual(documented)
  })

  test('contains every class with style rules', () => {
    expect(documented).toEqual(expect.arrayContaining(names(style, /\.(tc-[\w-]+)/g)))
  })

  test('contains exactly the custom properties that exist', () => {
    expect(names(document, /^\| `(--tc-[\w-]+)` \|/gm)).toEqual(names(style, /(--tc-[\w-]+)\s*:/g))
    const used = names(style, /var\((--tc-[\w-]+)/g)
    expect(names(style, /(--tc-[\w-]+)\s*:/g)).toEqual(expect.arrayContaining(used))
  })
})
