import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { fillWebsite } from './screens.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
await fillWebsite(website, 'jane@example.com')
const customer = await website.customer('jane@example.com')
const mine = { subject: 'Mine', body: 'I wrote this.\n\nIn two paragraphs.' }
const ticketId = (await customer.run('openTicket', mine, 'ticket { id }')).ticket.id
await website.key.run('reply', { ticketId, body: 'The team replied.' }, '__typename')
await customer.run('markTicketRead', { ticketId, position: 2 }, '__typename')

type Box = { path: string; style: Record<string, string>; clipped: string | null }

/** Every visible element, with the styles that the properties determine, and whether its text is clipped. */
const measure = `
  [...document.querySelectorAll('.tc-app *')].filter((element) => element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.tc-hidden, svg')).map((element) => {
    const css = getComputedStyle(element)
    const names = ['fontSize', 'paddingBlockStart', 'paddingInlineStart', 'marginBlockStart', 'rowGap', 'columnGap',
      'borderTopLeftRadius', 'backgroundColor', 'color']
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    const cut = css.textOverflow !== 'ellipsis' && css.webkitLineClamp === 'none' &&
      (element.scrollWidth > element.clientWidth + 1 && css.display !== 'inline')
    const { left, right } = element.getBoundingClientRect()
    const outside = own && (left < -1 || right > innerWidth + 1)
    return {
      path: element.tagName + '.' + [...element.classList].join('.'),
      style: Object.fromEntries(names.map((name) => [name, css[name]])),
      clipped: own && (cut || outside) ? element.textContent.slice(0, 40) : null,
    }
  })
`

/** Measures the list with a conversation, and with the form, under these properties. */
async function look(root: string, width = 1280, locale = 'en'): Promise<Box[]> {
  await website.key.run('updateCustomization', { headHtml: `<style>:root { ${root} }</style>` }, '__typename')
  const { page } = await openPage(browser, { viewport: { width, height: 800 } })
  const src = website.frameUrl('jane@example.com', { locale })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const inside = page.frames()[1] as Frame
  await inside.locator('.tc-ticket').first().click()
  await inside.locator('.tc-message--mine .tc-rich-text').first().waitFor()
  // It is in a late script.
  await inside.locator('.tc-typing').waitFor({ state: 'attached' })
  const boxes = (await inside.evaluate(measure)) as Box[]
  if (width < 900) await inside.locator('.tc-back').click()
  await inside.locator('.tc-sidebar__header .tc-button').click()
  await inside.locator('.tc-new-ticket__form').waitFor()
  boxes.push(...((await inside.evaluate(measure)) as Box[]))
  await page.close()
  return boxes
}

/** Values of a style by element, in order. */
const valuesOf = (boxes: Box[], ...names: string[]) =>
  boxes.map(({ path, style }) => `${path} ${names.map((name) => style[name]).join(' ')}`)

/** How many elements have that style, and which of them did not change. */
function changed(before: Box[], after: Box[], names: string[], has: (box: Box) => boolean) {
  const concerned = before.map((box, index) => ({ box, index })).filter(({ box }) => has(box))
  const same = concerned.filter(({ box, index }) =>
    names.every((name) => box.style[name] === after[index]?.style[name]),
  )
  return { concerned: concerned.length, same: [...new Set(same.map(({ box }) => box.path))] }
}

const gaps = ['paddingBlockStart', 'paddingInlineStart', 'marginBlockStart', 'rowGap', 'columnGap']
const standard = await look('')

describe('a custom property', () => {
  test.for([
    ['--tc-font-size: 10px', ['fontSize'], () => true],
    ['--tc-font-size: 24px', ['fontSize'], () => true],
    ['--tc-space: 3px', gaps, (box: Box) => gaps.some((gap) => Number.parseFloat(box.style[gap] ?? '') > 2)],
    ['--tc-space: 16px', gaps, (box: Box) => gaps.some((gap) => Number.parseFloat(box.style[gap] ?? '') > 2)],
    [
      '--tc-radius: 0px',
      ['borderTopLeftRadius'],
      (box: Box) =>
        /^\d+(\.\d+)?px$/.test(box.style.borderTopLeftRadius ?? '') &&
        box.style.borderTopLeftRadius !== '0px',
    ],
    [
      '--tc-radius: 24px',
      ['borderTopLeftRadius'],
      (box: Box) =>
        /^\d+(\.\d+)?px$/.test(box.style.borderTopLeftRadius ?? '') &&
        box.style.borderTopLeftRadius !== '0px',
    ],
  ] as const)('set by %s changes everything it should, and clips nothing', async ([root, names, has]) => {
    const boxes = await look(root)
    expect(boxes.map(({ path }) => path)).toEqual(standard.map(({ path }) => path))
    const { concerned, same } = changed(standard, boxes, [...names], has)
    expect(concerned).toBeGreaterThan(5)
    expect(same).toEqual([])
    expect(boxes.filter(({ clipped }) => clipped)).toEqual([])
    const narrow = await look(root, 380)
    expect(narrow.filter(({ clipped }) => clipped)).toEqual([])
  })

  test.for(['de', 'fr', 'es', 'ar'])('has a default that clips no text in %s', async (locale) => {
    for (const width of [1280, 380]) {
      const boxes = await look('', width, locale)
      expect(boxes.filter(({ clipped }) => clipped)).toEqual([])
    }
  })

  test('--tc-accent on its own replaces all of our colors', async () => {
    const ours = (boxes: Box[]) => new Set(valuesOf(boxes, 'backgroundColor', 'color'))
    const blue = new Set(
      standard
        .flatMap(({ style }) => [style.backgroundColor, style.color])
        .filter((color) => isColored(color)),
    )
    expect(blue.size).toBeGreaterThan(2)
    const red = await look('--tc-accent: #b3261e')
    const left = red.filter(({ style }) =>
      [style.backgroundColor, style.color].some((color) => blue.has(color)),
    )
    expect([...new Set(left.map(({ path }) => path))]).toEqual([])
    expect(ours(red)).not.toEqual(ours(standard))
  })
})

/** Whether a color has a hue, which the accent determines. */
function isColored(color: string | undefined): boolean {
  if (!color || color === 'rgba(0, 0, 0, 0)') return false
  if (/^oklch|^oklab/.test(color)) {
    const [, a = 0, b = 0] = color.match(/-?[\d.]+/g)?.map(Number) ?? []
    return color.startsWith('oklch') ? a > 0.02 : Math.hypot(a, b) > 0.003
  }
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? []
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 40
}
