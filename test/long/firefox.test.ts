import { inflateSync } from 'node:zlib'
import type { ElementHandle } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { visit } from '../browser/visit.ts'
import { pdf } from '../support/pdf.ts'
import { png } from '../support/upload.ts'
import { filesOnDisk, startFirefoxScene } from './firefox-scene.ts'

const { website, port, openDashboard } = await startFirefoxScene()
const files = filesOnDisk({ 'a.png': png(), 'b.pdf': pdf('0 0 100 100 re f') })

describe('in Firefox, the frame', () => {
  test('takes a ticket from opening to reopening, and survives its own reload', async () => {
    const { page, context, frame, visitor, complaints } = await openDashboard('jane@example.com')
    await visit(visitor, website)
    const reloaded = page.waitForResponse((response) => response.url().includes('/tickets/'))
    await frame.evaluate(() => void setTimeout(() => location.reload()))
    expect((await reloaded).status()).toBe(200)
    await visitor.see('.tc-ticket', 'The oven stays cold')
    await frame.locator('.tc-ticket').click()
    await visitor.see('.tc-message', 'Cold again')
    expect(complaints).toEqual([])
    await context.close()
  })

  test.for(['require-corp', 'credentialless'])(
    'opens in a page whose Cross-Origin-Embedder-Policy is %s',
    async (coep) => {
      // Over http, the policy applies only to this machine's own addresses.
      const opened = await openDashboard('jane@example.com', {}, { more: { coep }, host: '127.0.0.1' })
      const { context, visitor, complaints } = opened
      await visitor.see('.tc-button--primary', 'New ticket')
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('is not shown by a page that is not allowed', async () => {
    const { context, frame } = await openDashboard('jane@example.com', {}, { host: 'evil.test' })
    expect(await frame.evaluate(() => document.documentURI)).toMatch(/^about:neterror\?e=cspBlocked/)
    await context.close()
  })

  test('explains how to open a link whose page isolates its window (COOP)', async () => {
    const address = `http://127.0.0.1:${port}/?wrap=about:blank&coop=same-origin`
    const customer = await website.customer('links@example.com')
    await customer.run('openTicket', { subject: 'Guide', body: `See ${address}` }, '__typename')
    const { page, context, frame, visitor } = await openDashboard('links@example.com')
    await frame.locator('.tc-ticket').click()
    const link = await frame.waitForSelector('.tc-message a')
    await link?.hover()
    await visitor.see('.tc-link-hint', 'Page not opening? Use Ctrl+click.')
    await visitor.press('Copy link')
    await visitor.see('.tc-link-hint', 'Copied')

    const newest = async () => (await context.pages()).at(-1)?.evaluate(() => document.documentURI)
    await link?.click()
    await expect.poll(newest).toContain('e=blockedByCOOP')
    await page.bringToFront()
    await page.keyboard.down('Control')
    await link?.click()
    await page.keyboard.up('Control')
    await expect.poll(newest).toBe(address)
    await context.close()
  })

  test('takes files, and shows pictures and the first page of a PDF', async () => {
    const customer = await website.customer('files@example.com')
    await customer.run('openTicket', { subject: 'Files', body: 'Wait' }, '__typename')
    const { page, context, frame, visitor, complaints } = await openDashboard('files@example.com')
    await frame.locator('.tc-ticket').click()
    const input = await frame.waitForSelector('.tc-attach input')
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...files)
    await frame.waitForFunction(() => document.querySelectorAll('.tc-tray__state[role=status]').length === 2)
    await visitor.write('Your reply', 'See these')
    await visitor.press('Send')
    const areShown = () => {
      const images = [...document.querySelectorAll<HTMLImageElement>('.tc-attachment img')]
      return images.length === 2 && images.every(({ naturalWidth }) => naturalWidth > 0)
    }
    await frame.waitForFunction(areShown)
    expect(complaints).toEqual([])
    const newest = async () => (await context.pages()).at(-1)?.evaluate(() => document.contentType)
    await frame.locator('.tc-attachment:first-child a').click()
    await expect.poll(newest).toBe('image/png')
    await page.bringToFront()
    await frame.locator('.tc-attachment:last-child a').click()
    await expect.poll(newest).toBe('image/webp')
    await context.close()
  })

  test('loads a late script that failed to load, on request', async () => {
    const customer = await website.customer('late@example.com')
    await customer.run('openTicket', { subject: 'Found', body: 'Here' }, '__typename')
    const { page, context, visitor } = await openDashboard('late@example.com')
    await visitor.see('.tc-ticket', 'Found')
    let isBlocked = true
    await page.setRequestInterception(true)
    page.on('request', (request) =>
      isBlocked && request.url().includes('/late-FoundTickets') ? request.abort() : request.continue(),
    )
    await visitor.write('Search your tickets', 'Found')
    await visitor.see('.tc-sidebar .tc-error', 'Your connection may be down')
    isBlocked = false
    await visitor.press('Try again')
    await visitor.see('.tc-sidebar [role=status]', '1 ticket found')
    await context.close()
  })

  test('prints in dark ink, even in the dark color scheme', async () => {
    const { page, context, visitor } = await openDashboard('jane@example.com', { theme: 'dark' })
    await visitor.see('.tc-button--primary', 'New ticket')
    const inks = inksOf(await page.pdf())
    expect(inks).toContain('22 24 29')
    expect(inks).not.toContain('235 236 239')
    await context.close()
  })
})

/** Every color in a PDF: red, green and blue. */
function inksOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1')
  const streams = [...text.matchAll(/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)endstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  )
  const colors = streams.flatMap((stream) => [...stream.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)])
  return colors.map(([, ...parts]) => parts.map((part) => Math.round(Number(part) * 255)).join(' '))
}
