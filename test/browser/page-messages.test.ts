import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FrameMessage } from '../../client/embed/protocol.ts'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startCompany } from '../support/company.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['dash.acme.test', 'app.acme.com'],
})
const [browser, serve] = [await startBrowser(), await startCompany()]
const email = 'jane@example.com'
const jane = await website.customer(email)

async function openTicket(subject: string) {
  const { ticket } = await jane.run('openTicket', { subject, body: 'Please' }, 'ticket { id number }')
  return ticket as { id: string; number: number }
}
const [first, second] = [await openTicket('First'), await openTicket('Second')]

/** A page that keeps what its frames say, and the documented tag. */
const listening = (more = '', args = {}) =>
  `<script>heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }))</script>${iframeTag(website.frameUrl(email, args))}${more}`

async function open(content: string) {
  const { page, context, complaints } = await openPage(browser)
  await page.goto(serve(content))
  const frame = page.frameLocator('iframe').first()
  const heard = async (type: FrameMessage['type']) => {
    const all = (await page.evaluate('heard')) as { origin: string; data: FrameMessage }[]
    return all.filter(({ data }) => data.type === type).map(({ data }) => data)
  }
  await page.waitForFunction('heard.some(({ data }) => data.type === "unread")')
  return { page, context, complaints, frame, heard }
}

const say = (page: Page, message: unknown) =>
  page.evaluate((data) => frames[0]?.postMessage(data, '*'), message)

describe('the frame notifies its page', () => {
  test('when it is ready, and of route, unread count and height', async () => {
    const { page, context, complaints, frame, heard } = await open(listening())
    const all = (await page.evaluate('heard')) as { origin: string; data: FrameMessage }[]
    expect(all[0]?.data).toEqual({ type: 'ready' })
    expect(new Set(all.map(({ origin }) => origin))).toEqual(new Set(['null']))
    expect(await heard('navigate')).toEqual([{ type: 'navigate', place: 'list' }])
    expect(await heard('unread')).toEqual([{ type: 'unread', count: 0 }])
    await expect.poll(() => heard('resize')).toEqual([{ type: 'resize', height: expect.any(Number) }])
    expect(JSON.stringify(all)).not.toMatch(/First|Second|jane|token/)

    await website.key.run('reply', { ticketId: first.id, body: 'Sure' }, '__typename')
    await expect.poll(() => heard('unread')).toContainEqual({ type: 'unread', count: 1 })
    await frame.getByText('First').first().click()
    const navigate = { type: 'navigate', place: 'ticket', ticket: first.number }
    await expect.poll(() => heard('navigate')).toContainEqual(navigate)
    await expect.poll(async () => (await heard('unread')).at(-1)).toEqual({ type: 'unread', count: 0 })
    await website.key.run('reply', { ticketId: first.id, body: 'x\n\n'.repeat(100) }, '__typename')
    const height = async () => (await heard('resize')).at(-1)
    await expect.poll(height).toMatchObject({ height: expect.toSatisfy((pixels) => pixels > 2_000) })
    const scrolls = () => frame.locator('.tc-thread').evaluate((one) => one.scrollHeight > one.clientHeight)
    expect(await scrolls()).toBe(true)
    await page.evaluate(
      (px) => document.querySelector('iframe')?.setAttribute('height', px),
      `${((await height()) as { height: number }).height}px`,
    )
    await expect.poll(scrolls).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('of the number of all unread tickets, even of those that are not loaded', async () => {
    const of = 'busy@example.com'
    const input = { subject: 'Old', body: 'x', customerEmail: of }
    for (let count = 0; count < 26; count++) await website.key.run('openTicket', input, '__typename')
    const { page, context } = await openPage(browser)
    await page.goto(
      serve(listening().replace(iframeTag(website.frameUrl(email)), iframeTag(website.frameUrl(of)))),
    )
    const unread = () =>
      page.evaluate('heard.filter(({ data }) => data.type === "unread").at(-1)?.data.count')
    await expect.poll(unread).toBe(26)
    await context.close()
  })

  test('again after a reload inside the frame', async () => {
    const { page, context, heard } = await open(listening())
    await page.frames()[1]?.evaluate('setTimeout(() => location.reload())')
    await expect.poll(() => heard('ready')).toHaveLength(2)
    await context.close()
  })

  test('when the session has ended', async () => {
    const other = await createTestWebsite(origin, rootKey, {
      allowedDomains: ['dash.acme.test', 'app.acme.com'],
    })
    const { page, context } = await openPage(browser)
    const content = listening().replace(iframeTag(website.frameUrl(email)), iframeTag(other.frameUrl(email)))
    await page.goto(serve(content))
    const types = () => page.evaluate('heard.map(({ data }) => data.type)')
    await expect.poll(types).toContain('ready')
    await other.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
    const last = () => page.evaluate('heard.at(-1).data')
    await expect.poll(last).toEqual({ type: 'error', code: 'SESSION_ENDED' })
    await context.close()
  })
})

describe('the frame does what its page asks for', () => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open(listening())
  })

  test.for([
    ['a number', second.number, 'Second'],
    ['the number in digits', String(first.number), 'First'],
    ['an id', second.id, 'Second'],
  ] as const)('and opens a ticket by %s', async ([, ticket, subject]) => {
    await say(opened.page, { type: 'open', ticket })
    await opened.frame.locator('.tc-pane-title', { hasText: subject }).waitFor()
  })

  test('and opens the form for a new ticket', async () => {
    await say(opened.page, { type: 'newTicket' })
    await opened.frame.getByLabel('Subject').waitFor()
    await expect.poll(() => opened.heard('navigate')).toContainEqual({ type: 'navigate', place: 'new' })
  })

  test('and follows its color scheme, then no longer the website’s', async () => {
    const scheme = () =>
      opened.frame.locator('html').evaluate('getComputedStyle(document.body).backgroundColor')
    await say(opened.page, { type: 'colorScheme', scheme: 'dark' })
    await expect.poll(scheme).toBe('rgb(19, 20, 23)')
    await website.key.run('updateCustomization', { colorScheme: 'LIGHT' }, '__typename')
    await say(opened.page, { type: 'open', ticket: first.number })
    await opened.frame.locator('.tc-pane-title', { hasText: 'First' }).waitFor()
    expect(await scheme()).toBe('rgb(19, 20, 23)')
  })

  test('and loads again in its language, with the same ticket and color scheme', async () => {
    await say(opened.page, { type: 'locale', locale: 'de' })
    await opened.frame.getByText('Neues Ticket').first().waitFor()
    await opened.frame.locator('.tc-pane-title', { hasText: 'First' }).waitFor()
    expect(await opened.frame.locator('meta[name="color-scheme"]').getAttribute('content')).toBe('dark')
    await expect.poll(() => opened.heard('ready')).toHaveLength(2)
    // The same language again changes nothing.
    await say(opened.page, { type: 'locale', locale: 'DE' })
    await say(opened.page, { type: 'newTicket' })
    await opened.frame.getByLabel('Betreff').waitFor()
    expect(await opened.heard('ready')).toHaveLength(2)
    await opened.context.close()
  })
})

describe('the frame ignores', () => {
  /** A frame beside ours that goes on sending it messages, and counts them in `sent`. */
  const attacker = `<script>sent = 0; setInterval(() => {
    for (let i = 0; i < 100; i++, sent++) parent.frames[0].postMessage({ type: 'newTicket' }, '*') }, 10)</script>`

  test.for([
    ['another origin beside it', () => `<iframe src="${serve(attacker, {}, 'evil.test')}"></iframe>`],
    ['the page’s own origin beside it', () => `<iframe src="${serve(attacker)}"></iframe>`],
  ] as const)('a flood of messages from %s', async ([, beside]) => {
    const { page, context, frame, heard } = await open(listening(beside()))
    const sent = () => page.frames()[2]?.evaluate('sent') as Promise<number>
    const before = await sent()
    await expect.poll(sent).toBeGreaterThan(before + 1_000)
    await say(page, { type: 'open', ticket: first.number })
    await frame.locator('.tc-pane-title', { hasText: 'First' }).waitFor()
    expect(await heard('navigate')).not.toContainEqual({ type: 'navigate', place: 'new' })
    await context.close()
  })

  test('malformed messages, and stays at work in a flood of the page itself', async () => {
    const { page, context, frame, complaints } = await open(listening())
    const malformed = [
      null,
      41,
      '{}',
      [],
      { type: 'open' },
      { type: 'open', ticket: {} },
      { type: '__proto__' },
    ]
    for (const data of malformed) await say(page, data)
    await page.evaluate(
      `for (let i = 0; i < 5_000; i++) frames[0].postMessage({ type: i % 2 ? 'newTicket' : 'x' }, '*')`,
    )
    await say(page, { type: 'open', ticket: second.number })
    await frame.locator('.tc-pane-title', { hasText: 'Second' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})
