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

/** Margin of the dashboard's page, left and right of the frame. */
const margin = 8

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

interface Look {
  /** Properties of the root. */
  root: string
  width: number
}

/** Opens the frame, and measures the list with a conversation, and with the form, in each of these looks. */
async function measureAll(looks: Look[], locale = 'en'): Promise<Box[][]> {
  const options = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
  const { page, context } = await openPage(browser, options)
  const src = website.frameUrl('jane@example.com', { locale })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  const inside = page.frames()[1] as Frame
  const wear = async ({ root, width }: Look) => {
    await page.setViewportSize({ width, height: 800 })
    await inside.waitForFunction((width) => innerWidth === width, width - 2 * margin)
    await inside.evaluate((root) => {
      document.documentElement.style.cssText = root
    }, root)
  }
  const measureScreen = async () => {
    const boxes: Box[][] = []
    for (const look of looks) {
      await wear(look)
      boxes.push((await inside.evaluate(measure)) as Box[])
    }
    await wear({ root: '', width: 1280 })
    return boxes
  }

  await inside.locator('.tc-ticket').first().click()
  await inside.locator('.tc-message--mine .tc-rich-text').first().waitFor()
  // It is in a late script.
  await inside.locator('.tc-typing').waitFor({ state: 'attached' })
  const conversation = await measureScreen()
  await inside.locator('.tc-sidebar__header .tc-button').click()
  await inside.locator('.tc-new-ticket__form').waitFor()
  const form = await measureScreen()
  await context.close()
  return looks.map((_, at) => [...(conversation[at] ?? []), ...(form[at] ?? [])])
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
const hasGap = ({ style }: Box) => gaps.some((gap) => Number.parseFloat(style[gap] ?? '') > 2)
const isRound = ({ style: { borderTopLeftRadius = '' } }: Box) =>
  /^\d+(\.\d+)?px$/.test(borderTopLeftRadius) && borderTopLeftRadius !== '0px'
const properties: [root: string, names: string[], has: (box: Box) => boolean][] = [
  ['--tc-font-size: 10px', ['fontSize'], () => true],
  ['--tc-font-size: 24px', ['fontSize'], () => true],
  ['--tc-space: 3px', gaps, hasGap],
  ['--tc-space: 16px', gaps, hasGap],
  ['--tc-radius: 0px', ['borderTopLeftRadius'], isRound],
  ['--tc-radius: 24px', ['borderTopLeftRadius'], isRound],
]
const both = (root: string): Look[] => [1280, 380].map((width) => ({ root, width }))
const [standard = [], ...measured] = await measureAll([
  { root: '', width: 1280 },
  ...properties.flatMap(([root]) => both(root)),
])

describe('a custom property', () => {
  test.for(properties.map(([root, names, has], at) => [root, { names, has, at }] as const))(
    'set by %s changes everything it should, and clips nothing',
    async ([, { names, has, at }]) => {
      const [wide = [], narrow = []] = measured.slice(2 * at)
      expect(wide.map(({ path }) => path)).toEqual(standard.map(({ path }) => path))
      const { concerned, same } = changed(standard, wide, names, has)
      expect(concerned).toBeGreaterThan(5)
      expect(same).toEqual([])
      expect(wide.filter(({ clipped }) => clipped)).toEqual([])
      expect(narrow.length).toBeGreaterThan(5)
      expect(narrow.filter(({ clipped }) => clipped)).toEqual([])
    },
  )

  test.for(['de', 'fr', 'es', 'ar'])('has a default that clips no text in %s', async (locale) => {
    for (const boxes of await measureAll(both(''), locale)) {
      expect(boxes.length).toBeGreaterThan(5)
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
    const headHtml = '<style>:root { --tc-accent: #b3261e }</style>'
    await website.key.run('updateCustomization', { headHtml }, '__typename')
    const [red = []] = await measureAll([{ root: '', width: 1280 }])
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
