import type { BrowserContext, Download } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { messageIdOf, newPostman } from '../inbound/postman.ts'
import { startReceiving } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { png, upload } from '../support/upload.ts'
import { createTestWebsite, hmac } from '../support/website.ts'

const { app, origin, rootKey } = await startReceiving()
const { db } = await import('../../server/database/db.ts')
const { signJwt } = await import('../../server/identity/jwt.ts')
const { keys } = await import('../../server/keys/keys.ts')
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]

async function openTicket(email: string, name = 'a.png', bytes: Uint8Array = png()): Promise<string> {
  const customer = await website.customer(email)
  const input = { subject: 'Help', body: 'See', attachmentIds: [await upload(customer, { name, bytes })] }
  return (await customer.run('openTicket', input, 'ticket { id }')).ticket.id
}

/** The frame in its page; `prepare` sees what it loads. */
async function openFrame(email: string, prepare = async (_context: BrowserContext) => {}) {
  const opened = await openPage(browser)
  await prepare(opened.context)
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl(email))}`)
  const frame = opened.page.frameLocator('iframe')
  // Not by a click: then the pointer may be over the file.
  await frame.locator('.tc-ticket').first().press('Enter')
  return { ...opened, frame }
}

async function openConsole(prepare: (context: BrowserContext) => Promise<void>, ticket: string) {
  const opened = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await prepare(opened.context)
  const expires = String(Math.floor(Date.now() / 1_000) + 600)
  const signature = hmac(`ada@acme.com:${expires}`, website.operatorSecret)
  const query = new URLSearchParams({ email: 'ada@acme.com', expires, hmac: signature, ticket })
  await opened.page.goto(`${origin}/console/${website.websiteId}?${query}`)
  return opened
}

/**
 * As if a page had been open for hours: the addresses in conversations have expired, and, if `always`, even those that it
 * reads again. Counts how often it does.
 */
function hoursLater(always = false) {
  const reads = { again: 0, all: 0 }
  const expired = (_match: string, grant: string) => {
    const claims = JSON.parse(Buffer.from(grant.split('.')[1] ?? '', 'base64url').toString())
    // Each time another address.
    const ended = new Date(Date.now() - 60_000 - 1_000 * reads.all++)
    return `grant=${signJwt(claims, claims.aud, ended, keys().session)}`
  }
  const hoursOld = (text: string) => {
    const isAgain = text.includes('"nodes"')
    if (isAgain) reads.again++
    return always || !isAgain ? text.replace(/grant=([\w.-]+)/g, expired) : text
  }
  async function prepare(context: BrowserContext): Promise<void> {
    await context.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => socket.send(hoursOld(String(message))))
    })
    // On a busy machine, the apps do not wait for the socket.
    await context.route('**/graphql', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: hoursOld(await response.text()) })
    })
  }
  return { reads, prepare }
}

const naturalWidth = (image: HTMLImageElement) => image.naturalWidth

describe('in a page that has been open for hours,', () => {
  test('a picture is read again, and then shown', async () => {
    await openTicket('old@example.com')
    const { reads, prepare } = hoursLater()
    const { page, frame } = await openFrame('old@example.com', prepare)
    await expect.poll(() => frame.locator('.tc-attachment img').evaluate(naturalWidth)).toBe(4)
    expect(reads.again).toBeGreaterThan(0)
    await page.close()
  })

  test('a picture that cannot be shown is read again only once', async () => {
    await openTicket('never@example.com')
    const { reads, prepare } = hoursLater(true)
    const { page, frame } = await openFrame('never@example.com', prepare)
    await expect.poll(() => reads.again).toBe(1)
    await frame.getByLabel('Your reply').fill('Still here')
    await frame.getByLabel('Your reply').press('Control+Enter')
    await frame.locator('.tc-message', { hasText: 'Still here' }).waitFor()
    expect(reads.again).toBe(1)
    await page.close()
  })

  test('a click opens the file in the frame', async () => {
    await openTicket('click@example.com')
    const { prepare } = hoursLater()
    const { page, context, frame } = await openFrame('click@example.com', async (one) => {
      await prepare(one)
      // The picture itself does not tell that it has expired.
      await one.route('**/files/**', (route) =>
        route.request().resourceType() === 'image' ? new Promise(() => {}) : route.continue(),
      )
    })
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      frame.locator('.tc-attachment a').click(),
    ])
    const response = await fetch(await popup.evaluate(() => location.href))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    await page.close()
  })

  test('a click saves the file in the console', async () => {
    const ticket = await openTicket('save@example.com', 'a.csv', Buffer.from('a,b\n'))
    const { prepare } = hoursLater()
    const { page } = await openConsole(prepare, ticket)
    const downloaded = Promise.withResolvers<Download>()
    page.on('download', downloaded.resolve)
    page.context().on('page', (popup) => popup.on('download', downloaded.resolve))
    await page.locator('.tc-attachment a').click()
    const download = await downloaded.promise
    expect(download.suggestedFilename()).toBe('a.csv')
    await page.close()
  })
})

describe('without a reload,', () => {
  test('an attachment of an answer by email appears as soon as it is stored', async () => {
    const ticket = await openTicket('email@example.com')
    const { page, frame, complaints } = await openFrame('email@example.com')
    await frame.locator('.tc-attachment img').waitFor()
    const { replyAddress, send, settled } = await newPostman(origin, app.inboundPort() ?? 0)
    const raw = [
      `Message-ID: <${crypto.randomUUID()}@example.com>`,
      'From: email@example.com',
      'Content-Type: multipart/mixed; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'One more'],
      ...['--b', 'Content-Disposition: attachment; filename="more.png"', 'Content-Type: image/png'],
      ...['Content-Transfer-Encoding: base64', '', png(6, 5).toString('base64'), '--b--', ''],
    ].join('\r\n')
    await send(await replyAddress(ticket, 'email@example.com'), Buffer.from(raw), 'email@example.com')
    await settled(messageIdOf(raw))
    await frame.locator('.tc-attachment', { hasText: 'more.png' }).waitFor()
    await expect.poll(() => frame.locator('.tc-attachment img').nth(1).evaluate(naturalWidth)).toBe(6)
    expect(complaints).toEqual([])
    await page.close()
  })

  test.for(['frame', 'console'])('what the scanner found appears in the %s', async (place) => {
    const email = `scan-${place}@example.com`
    const ticket = await openTicket(email)
    const where = { message: { ticket: { customer: { email } } } }
    await db.attachment.updateMany({ where, data: { state: 'PENDING' } })
    const isFrame = place === 'frame'
    const { page, complaints } = isFrame ? await openFrame(email) : await openConsole(async () => {}, ticket)
    const shown = isFrame ? page.frameLocator('iframe') : page
    const file = shown.locator('.tc-attachment', { hasText: 'a.png' })
    await file.getByText('Being checked for viruses').waitFor()
    expect(await file.locator('a').count()).toBe(0)
    await db.attachment.updateMany({ where, data: { state: 'CLEAN' } })
    await file.locator('a img').waitFor()
    await db.attachment.updateMany({ where, data: { state: 'INFECTED' } })
    await page.reload()
    if (isFrame) await shown.locator('.tc-ticket').first().click()
    await file.getByText('Blocked: it contains a virus').waitFor()
    expect(await file.locator('a').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })
})
