import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startLoaderScene } from './loader-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const { website, src, loader, element, show } = await startLoaderScene(origin, rootKey, browser)
/** Keeps an element's events in `heard`. */
const listener = `<script>heard = []
  for (const type of ['ready', 'resize', 'unread', 'navigate', 'error'])
    document.querySelector('ticket-center').addEventListener(type, ({ detail }) => heard.push(detail))</script>`

describe('the element', () => {
  test('dispatches messages as events and accepts messages', async () => {
    const { page, context, hears, frame } = await show(`${element()}${listener}${loader}`)
    await hears('message.type === "ready"')
    await page.evaluate(`document.querySelector('ticket-center').send({ type: 'newTicket' })`)
    await frame.getByLabel('Subject').waitFor()
    await hears('message.type === "navigate" && message.place === "new"')
    await context.close()
  })

  test('follows its address, and leaves with its frame', async () => {
    const { page, context } = await show(`${loader}<ticket-center height="300px"></ticket-center>`)
    expect(await page.locator('iframe').count()).toBe(0)
    const joe = website.frameUrl('joe@example.com')
    for (const at of [src, joe]) {
      await page.evaluate((to) => document.querySelector('ticket-center')?.setAttribute('src', to), at)
      await expect
        .poll(() => page.locator('iframe').evaluateAll((all) => all.map((one) => one.getAttribute('src'))))
        .toEqual([at])
    }
    await page.evaluate(`document.querySelector('ticket-center').remove()`)
    expect(await page.locator('iframe').count()).toBe(0)
    await context.close()
  })

  test('follows its height without loading again, and then its contents', async () => {
    const { page, context, hears } = await show(`${element()}${listener}${loader}`)
    await hears('message.type === "resize"')
    const height = () => page.locator('iframe').evaluate((one) => one.clientHeight)
    const natural = await height()
    for (const [fixed, pixels] of [
      ['300px', 300],
      ['410px', 410],
    ] as const) {
      await page.evaluate((to) => document.querySelector('ticket-center')?.setAttribute('height', to), fixed)
      await expect.poll(height).toBe(pixels)
    }
    await page.evaluate(`document.querySelector('ticket-center').removeAttribute('height')`)
    await expect.poll(height).toBeGreaterThanOrEqual(Math.min(natural, 600))
    expect(await page.evaluate('heard.filter(({ type }) => type === "ready").length')).toBe(1)
    await context.close()
  })
})
