import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { iframeTag, openPage } from '../support/dashboard.ts'
import { startLoaderScene } from './loader-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const { website, serve, src, loader, show } = await startLoaderScene(origin, rootKey, browser)

describe('the badge', () => {
  const badge = (at = src) =>
    `<b id="badge"></b><script>stop = ticketCenter.watchUnread(${JSON.stringify(at)}, (count) => badge.append(count + ';'))</script>`

  test('has the number without a frame, and only this page’s allowed questions are answered', async () => {
    const { page, context, complaints } = await show(`${loader}${badge()}`)
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/^\d+;$/)
    expect(page.frames()).toHaveLength(1)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('asks for once in ten seconds at most, however many badges there are', async () => {
    const { page, context } = await openPage(browser)
    const asked: string[] = []
    page.on('response', async (response) => {
      if (response.url().includes('/unread?') && !response.fromServiceWorker()) asked.push(response.url())
    })
    await page.goto(serve(`${loader}${badge()}`))
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/;/)
    const cached = await page.evaluate(async (address) => {
      await fetch(address)
      return performance
        .getEntriesByName(address)
        .map((entry) => (entry as PerformanceResourceTiming).transferSize)
    }, asked[0] ?? '')
    expect(cached.at(-1)).toBe(0)
    await context.close()
  })

  test('follows the customer’s frame in the same page at once, and no other frame', async () => {
    const of = 'kim@example.com'
    const kim = await website.customer(of)
    const opened = await kim.run('openTicket', { subject: 'Hers', body: 'x' }, 'ticket { id }')
    await website.key.run('reply', { ticketId: opened.ticket.id, body: 'Sure' }, '__typename')
    const own = website.frameUrl(of, { nickname: 'Kim' })
    const { page, context } = await show(
      `${loader}${iframeTag(own)}${iframeTag(src)}${badge(website.frameUrl(of))}`,
    )
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/^(1;)+$/)
    await page.frameLocator('iframe').first().getByText('Hers').first().click()
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/^(1;)+0;$/)
    await context.close()
  })

  test('follows a frame in a shadow root at once', async () => {
    const of = 'lou@example.com'
    const lou = await website.customer(of)
    const opened = await lou.run('openTicket', { subject: 'Hidden', body: 'x' }, 'ticket { id }')
    await website.key.run('reply', { ticketId: opened.ticket.id, body: 'Sure' }, '__typename')
    const inside = JSON.stringify(iframeTag(website.frameUrl(of)))
    const host = `<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = ${inside}</script>`
    const { page, context } = await show(`${loader}${host}${badge(website.frameUrl(of))}`)
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/^(1;)+$/)
    await page.frameLocator('iframe').getByText('Hidden').first().click()
    await expect.poll(() => page.locator('#badge').textContent()).toMatch(/^(1;)+0;$/)
    await context.close()
  })

  test('stays empty in a page that is not allowed: it may not read the answer', async () => {
    const { page, context } = await openPage(browser)
    const failed = page.waitForEvent('requestfailed')
    await page.goto(serve(`${loader}${badge()}`, {}, 'evil.test'))
    expect((await failed).url()).toContain('/unread?')
    expect(await page.locator('#badge').textContent()).toBe('')
    await context.close()
  })

  test('stays empty for a wrong signature, and does not ask again', async () => {
    const { page, context } = await openPage(browser)
    const answered = page.waitForResponse((response) => response.url().includes('/unread?'))
    await page.goto(serve(`${loader}${badge(src.replace('hmac=', 'hmac=0'))}`))
    const address = (await answered).url()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const own = (to: string) => fetch(to).then(({ status }) => status)
    expect(await page.evaluate(own, address)).toBe(401)
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))')
    await page.evaluate(own, address)
    expect(asked).toEqual([address, address])
    expect(await page.locator('#badge').textContent()).toBe('')
    await context.close()
  })
})
