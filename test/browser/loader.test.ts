import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { iframeTag } from '../support/dashboard.ts'
import { load } from '../support/page.ts'
import { startLoaderScene } from './loader-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const scene = await startLoaderScene(origin, rootKey, browser)
const { website, serve, src, ticket, loader, element, mounted, show } = scene
const [tag, plain] = [iframeTag(src), serve('<p>Help</p>')]

describe('the loader', () => {
  test('may be loaded by any page, and stored for an hour', async () => {
    const answer = await load(`${origin}/embed.js`, { 'accept-encoding': 'br' })
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': expect.stringMatching(/^text\/javascript/),
        'content-encoding': 'br',
        'cache-control': 'public, max-age=3600',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  test.for([
    ['in a script', mounted(), tag],
    ['as an element', `${loader}${element()}`, tag],
    // The frame itself takes longest, and is the same: here, another page is in its place.
    [
      'as an element before the script',
      `${element(plain)}<script async src="${origin}/embed.js"></script>`,
      iframeTag(plain),
    ],
    [
      'as an element, with the loader as a module',
      `<script type="module" src="${origin}/embed.js"></script>${element(plain)}`,
      iframeTag(plain),
    ],
    ['as an element, with the loader twice', `${loader}${loader}${element(plain)}`, iframeTag(plain)],
  ])('builds exactly the documented tag %s', async ([, content = '', expected]) => {
    const { page, context, complaints, frame } = await show(content)
    await frame.getByText('Help').first().waitFor()
    const tags = await page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((one) => {
        const copy = one.cloneNode() as HTMLElement
        copy.removeAttribute('style')
        return copy.outerHTML
      }),
    )
    expect(tags).toEqual([expected])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('works under a strict policy of the page', async () => {
    const policy = `default-src 'none'; script-src ${origin} 'nonce-x'; frame-src ${origin}; connect-src ${origin}; require-trusted-types-for 'script'`
    const content = mounted().replaceAll('<script>', '<script nonce="x">')
    const { page, context, complaints, hears } = await show(content, { 'content-security-policy': policy })
    await hears('message.type === "ready"')
    await page.evaluate(`ticketCenter.watchUnread(${JSON.stringify(src)}, (count) => heard.push(count))`)
    await hears('message === 0')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('sends messages from before the frame listens, and hands over its messages', async () => {
    const { page, context, hears, frame } = await show(
      `${mounted()}<script>center.send({ type: 'open', ticket: ${ticket.number} })</script>`,
    )
    await frame.locator('.tc-pane-title', { hasText: 'Help' }).waitFor()
    await hears(`message.ticket === ${ticket.number}`)
    await page.evaluate(`center.send({ type: 'newTicket' })`)
    await frame.getByLabel('Subject').waitFor()
    await page.evaluate('center.remove()')
    expect(await page.locator('iframe').count()).toBe(0)
    await context.close()
  })

  test('makes the frame as high as its contents, from 600 pixels up to the window’s height', async () => {
    const { page, context, hears, frame } = await show(mounted())
    const height = () => page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height)
    await page.setViewportSize({ width: 1_280, height: 900 })
    await hears('message.type === "resize"')
    await expect.poll(height).toBe(600)
    await website.key.run('reply', { ticketId: ticket.id, body: 'x\n\n'.repeat(200) }, '__typename')
    await frame.getByText('Help').first().click()
    await expect.poll(height).toBe(900)
    await page.setViewportSize({ width: 1_280, height: 700 })
    await expect.poll(height).toBe(700)
    await context.close()
  })

  test('leaves a given height alone', async () => {
    const { page, context, hears } = await show(mounted(`{ height: '444px' }`))
    await hears('message.type === "resize"')
    expect(await page.locator('iframe').evaluate((one) => one.outerHTML)).toContain('height="444px"')
    expect(await page.locator('iframe').getAttribute('style')).toBeNull()
    await context.close()
  })

  test.for([
    ['is refused', src.replace('hmac=', 'hmac=0')],
    ['does not exist', src.replace('/tickets/', '/nothing/')],
  ])('says that the frame does not speak when it %s', async ([, at]) => {
    const { context, hears } = await show(mounted('{}', at))
    await hears('message.type === "error" && message.code === "NOT_READY"')
    await context.close()
  })

  test('ignores messages from other windows and malformed ones', async () => {
    const liar = serve(
      `<script>for (let i = 0; i < 2_000; i++) parent.postMessage({ type: 'unread', count: 99 }, '*')</script>`,
      {},
      'evil.test',
    )
    const { page, context, hears } = await show(`${mounted()}<iframe src="${liar}"></iframe>`)
    await hears('message.type === "ready"')
    await page.frameLocator('iframe').nth(1).locator('h1').waitFor()
    await page.evaluate(
      `for (let i = 0; i < 2_000; i++) postMessage({ type: 'error', code: 'SESSION_ENDED' }, '*')`,
    )
    await page.frames()[1]?.evaluate(`parent.postMessage({ type: 'unread', count: '<b>' }, '*')`)
    await page.frames()[1]?.evaluate(`parent.postMessage({ type: 'unread', count: 7 }, '*')`)
    await hears('message.count === 7')
    const counts = await page.evaluate('heard.filter(({ type }) => type === "unread" || type === "error")')
    expect(counts).toEqual([expect.objectContaining({ type: 'unread' }), { type: 'unread', count: 7 }])
    await context.close()
  })
})
