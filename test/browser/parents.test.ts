import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startCompany } from '../support/company.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const name = `Liam's & Co <b>Cars</b>`
const website = await createTestWebsite(origin, rootKey, {
  name,
  allowedDomains: ['dash.acme.test', 'app.acme.com'],
})
const browser = await startBrowser()
const src = website.frameUrl('jane@example.com')
const jane = await website.customer('jane@example.com')
await jane.run('openTicket', { subject: 'For Jane', body: 'Hers' }, '__typename')
const joe = await website.customer('joe@example.com')
await joe.run('openTicket', { subject: 'For Joe', body: 'His' }, '__typename')

const serve = await startCompany()

async function show(content: string, headers: Record<string, string> = {}, options = {}) {
  const { page } = await openPage(browser, options)
  await page.goto(serve(content, headers))
  return page
}

/** Waits until a frame of the page shows this text. */
async function shows(page: Page, text: string) {
  const texts = () =>
    Promise.all(page.frames().map((frame) => frame.evaluate('document.body?.innerText').catch(() => '')))
  await expect.poll(async () => (await texts()).join()).toContain(text)
}

const tag = iframeTag(src)
const without = (text: string) => tag.replace(text, '')

describe('the iframe works', () => {
  test.for<[string, string, Record<string, string>?]>([
    [
      'in a page without Referer, as its own tag asks for one',
      `<meta name="referrer" content="no-referrer">${tag}`,
    ],
    ['in a page whose header says so', tag, { 'referrer-policy': 'no-referrer' }],
    [
      'in a page with the policy of browsers',
      without(' referrerpolicy="origin"'),
      { 'referrer-policy': 'strict-origin-when-cross-origin' },
    ],
    ['in a page with a policy for frames', tag, { 'content-security-policy': `frame-src ${origin}` }],
  ])('%s', async ([, content, headers]) => {
    const page = await show(content, headers)
    await shows(page, 'For Jane')
    await page.context().close()
  })
})

test('the iframe works late, without credentials, in any sandbox and in a document of the page’s own', async () => {
  const tags = [
    tag.replace('<iframe', '<iframe loading="lazy"'),
    tag.replace('<iframe', '<iframe credentialless'),
    tag.replace('sandbox="', 'sandbox="allow-same-origin '),
    tag.replace(/ sandbox="[^"]*"/, ''),
  ]
  const own = `<iframe title="Own" srcdoc="${tag.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
  const page = await show(tags.join('') + own)
  const frames = page.frameLocator('body > iframe')
  for (const frame of [...tags.map((_, at) => frames.nth(at)), frames.last().frameLocator('iframe')])
    await frame.getByText('For Jane').first().waitFor()
  await page.context().close()
})

describe('the iframe is refused, and shows no ticket', () => {
  test.for<[string, string, Record<string, string>]>([
    [
      'in a page without a charset',
      without(' referrerpolicy="origin"'),
      { 'referrer-policy': 'no-referrer' },
    ],
    [
      'in a page that only declares it internally',
      without(' referrerpolicy="origin"'),
      { 'referrer-policy': 'same-origin' },
    ],
  ])('%s', async ([, content, headers]) => {
    const { page, context } = await openPage(browser)
    const answered = page.waitForResponse((response) => response.url() === src)
    await page.goto(serve(content, headers))
    expect((await answered).status()).toBe(403)
    await context.close()
  })

  test('in an object element', async () => {
    const { page, context } = await openPage(browser)
    const answered = page.waitForResponse((response) => response.url() === src)
    await page.goto(serve(`<object data="${src.replaceAll('&', '&amp;')}"></object>`))
    expect((await answered).status()).toBe(403)
    await context.close()
  })

  test('in a document written by a page without an origin', async () => {
    const { page, context } = await openPage(browser)
    const answered = page.waitForResponse((response) => response.url() === src)
    await page.setContent(tag)
    expect((await answered).status()).toBe(403)
    await context.close()
  })
})

describe('two customers in one page', () => {
  test('are separate and receive their own changes', async () => {
    const page = await show(tag + iframeTag(website.frameUrl('joe@example.com')))
    const [hers, his] = [page.frameLocator('iframe').first(), page.frameLocator('iframe').nth(1)]
    await hers.getByText('For Jane').first().waitFor()
    await his.getByText('For Joe').first().waitFor()
    await joe.run('openTicket', { subject: 'Another of Joe', body: 'x' }, '__typename')
    await his.getByText('Another of Joe').first().waitFor()
    expect([await hers.getByText('Joe').count(), await his.getByText('Jane').count()]).toEqual([0, 0])
    await page.context().close()
  })

  test('in sequence leave no traces of each other, even after going back', async () => {
    const page = await show(tag)
    const frame = page.frameLocator('iframe')
    await frame.getByText('For Jane').first().waitFor()
    await page.evaluate(
      (next) => document.querySelector('iframe')?.setAttribute('src', next),
      website.frameUrl('joe@example.com'),
    )
    await frame.getByText('For Joe').first().waitFor()
    expect(await frame.getByText('Jane').count()).toBe(0)
    await page.evaluate('history.back()')
    await frame.getByText('For Jane').first().waitFor()
    expect(await frame.getByText('For Joe').count()).toBe(0)
    await page.context().close()
  })
})

test('a page that the reader goes back to shows what came meanwhile', async () => {
  const page = await show(tag)
  const frame = page.frameLocator('iframe')
  await frame.getByText('For Jane').first().waitFor()
  await page.goto(serve('<p>Elsewhere</p>'))
  await jane.run('openTicket', { subject: 'Meanwhile', body: 'x' }, '__typename')
  await page.goBack()
  await frame.getByText('Meanwhile').first().waitFor()
  await page.context().close()
})

test('names with markup characters are shown as written', async () => {
  const nickname = `Zoë O'Neil & <i>Söhne</i>`
  const zoe = await website.customer('zoe@example.com', { nickname })
  const input = { subject: `It's <i>mine</i> & yours`, body: `it's & <b>x</b>` }
  const { ticket } = await zoe.run('openTicket', input, 'ticket { id }')
  await (await website.operator()).run('reply', { ticketId: ticket.id, body: `That's fine` }, '__typename')
  const page = await show(iframeTag(website.frameUrl('zoe@example.com', { ticket: ticket.id, nickname })))
  for (const text of [input.subject, input.body, `That's fine`]) await shows(page, text)
  await expect.poll(() => page.frames()[1]?.title()).toBe(name)
  await page.context().close()
})

test('times are shown in the reader’s time zone', async () => {
  const kim = await website.customer('kim@example.com')
  const { ticket } = await kim.run(
    'openTicket',
    { subject: 'Clock', body: 'x' },
    'ticket { id lastMessage { createdAt } }',
  )
  for (const timezoneId of ['Asia/Tokyo', 'America/New_York']) {
    const format = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: timezoneId })
    const page = await show(
      iframeTag(website.frameUrl('kim@example.com', { ticket: ticket.id })),
      {},
      { timezoneId },
    )
    const time = format.format(new Date(ticket.lastMessage.createdAt)).replace(/\s/g, '.')
    const texts = () => page.frames()[1]?.evaluate('document.body.innerText') as Promise<string>
    await expect.poll(texts).toMatch(new RegExp(time))
    await page.context().close()
  }
})

test('messages sent while the reader was offline appear once each when they are back', async () => {
  const lea = await website.customer('lea@example.com')
  const { ticket } = await lea.run('openTicket', { subject: 'Away', body: 'x' }, 'ticket { id }')
  const page = await show(iframeTag(website.frameUrl('lea@example.com', { ticket: ticket.id })))
  const frame = page.frameLocator('iframe')
  await frame.locator('.tc-message').first().waitFor()
  await page.context().setOffline(true)
  const { id: ticketId } = ticket
  await website.key.run('reply', { ticketId, body: 'sent while you slept' }, '__typename')
  await website.key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
  await page.context().setOffline(false)
  await frame.locator('.tc-message', { hasText: 'while you slept' }).waitFor()
  await frame.locator('.tc-conversation .tc-status--solved').first().waitFor()
  expect(await frame.locator('.tc-message', { hasText: 'while you slept' }).count()).toBe(1)
  await page.context().close()
})
