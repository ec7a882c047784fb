import type { Frame, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { consoleOf } from '../support/console.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { fillWebsite } from './screens.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const owner = 'jane@example.com'
await fillWebsite(website, owner)
const { linkTo } = consoleOf(website, 'ada@acme.com')

const size = { width: 1280, height: 500 }

/** A page that the frame fills. */
async function openFrame() {
  const { page } = await openPage(browser, { viewport: size })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl(owner))}`)
  await page.addStyleTag({ content: 'body { margin: 0 } h1 { display: none } iframe { height: 100vh }' })
  const frame = page.frames()[1] as Frame
  await frame.locator('.tc-ticket').first().waitFor()
  return { page, frame }
}

/** Scrolls to the top until something appears: the last page read may still be rendering. */
async function scrollUp(scroller: Locator, found: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await scroller.evaluate((element) => element.scrollTo(0, 0))
      return found.count()
    })
    .toBeGreaterThan(0)
}

async function edges(element: Locator): Promise<[number, number]> {
  const { x, width } = (await element.boundingBox()) ?? { x: Number.NaN, width: Number.NaN }
  return [Math.round(x), Math.round(x + width)]
}

describe('the frame', async () => {
  const { page, frame } = await openFrame()

  test('loads older tickets and messages while scrolling', async () => {
    const tickets = frame.locator('.tc-ticket-list .tc-ticket')
    expect(await tickets.count()).toBe(25)
    await tickets.last().scrollIntoViewIfNeeded()
    await expect.poll(() => tickets.count()).toBe(27)
    expect(await frame.locator('.tc-sidebar .tc-more').count()).toBe(0)

    await frame.locator('.tc-ticket', { hasText: 'Long talk' }).click()
    await frame.locator('.tc-unread-line').waitFor()
    await scrollUp(frame.locator('.tc-thread'), frame.locator('.tc-message', { hasText: 'Please help.' }))
    expect(await frame.locator('.tc-message').count()).toBe(33)
  })

  test.each([1600, 1920, 1280])('has header, messages and composer on one grid at %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => frame.evaluate('innerWidth')).toBe(width)
    const [start] = await edges(frame.locator('.tc-pane-title'))
    const [, end] = await edges(frame.locator('.tc-solve'))
    const messages = await edges(frame.locator('.tc-messages'))
    const [left] = await edges(frame.locator('.tc-attach'))
    const [, right] = await edges(frame.locator('.tc-composer [type=submit]'))
    expect([
      [start, end],
      [left, right],
    ]).toEqual([messages, messages])
  })

  test('gives a conversation most of the height at 400 % zoom, with its header within reach', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    await expect.poll(() => frame.evaluate('innerWidth')).toBe(320)
    const { y = 0, height = 0 } = (await frame.locator('.tc-thread').boundingBox()) ?? {}
    expect(Math.min(256, y + height) - Math.max(0, y)).toBeGreaterThan(150)
    await frame.locator('.tc-solve').click()
    await frame.locator('.tc-conversation .tc-status--solved').waitFor()
  })
})

describe('the console', async () => {
  const { page } = await openPage(browser, { viewport: size })
  await page.goto(linkTo({ place: '/tickets/27' }))
  await page.locator('.tc-message').first().waitFor()

  test('loads older messages while scrolling', async () => {
    await scrollUp(
      page.locator('.tc-messages__scroller'),
      page.locator('.tc-message', { hasText: 'Please help.' }),
    )
  })

  test('has header, messages and composer on one grid', async () => {
    await page.setViewportSize({ width: 1600, height: 900 })
    const [start] = await edges(page.locator('.tc-conversation .tc-pane-title'))
    const [, end] = await edges(page.locator('.tc-solve'))
    const messages = await edges(page.locator('.tc-messages__list'))
    expect([[start, end], await edges(page.locator('.tc-composer__frame'))]).toEqual([messages, messages])
  })

  test('has the arrow of each select in its middle', async () => {
    const offsets = await page.locator('.tc-select-frame').evaluateAll((frames) => {
      const middle = (element: Element | null) => {
        const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
        return (top + bottom) / 2
      }
      return frames.map(
        (frame) => middle(frame.querySelector('.tc-icon')) - middle(frame.querySelector('select')),
      )
    })
    expect(offsets.length).toBeGreaterThan(3)
    expect(offsets.map(Math.abs).filter((offset) => offset > 1)).toEqual([])
  })

  test('gives a conversation a third of the height at 400 % zoom', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    const { y = 0, height = 0 } = (await page.locator('.tc-messages').boundingBox()) ?? {}
    expect(Math.min(256, y + height) - Math.max(0, y)).toBeGreaterThan(80)
  })
})
