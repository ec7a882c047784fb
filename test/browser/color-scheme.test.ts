import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { load, newAddress } from '../support/page.ts'
import { createTestWebsite, dashboard } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1', 'app.acme.com'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const [light, dark] = ['rgb(255, 255, 255)', 'rgb(19, 20, 23)']
const save = (colorScheme: string) =>
  website.key.run('updateCustomization', { colorScheme }, 'website { colorScheme }')
const background = 'getComputedStyle(document.body).backgroundColor'

const jane = website.frameUrl('jane@example.com')
const withTheme = (src: string, theme?: string) => (theme ? `${src}&theme=${theme}` : src)

async function open(system: 'light' | 'dark', theme?: string, src = jane) {
  const opened = await openPage(browser, { colorScheme: system })
  const address = withTheme(src, theme)
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(address)}`)
  const frame = opened.page.frames()[1] as Frame
  await frame.locator('h1, h2').first().waitFor({ state: 'attached' })
  return { ...opened, frame, color: () => frame.evaluate(background) }
}

test('forced colors show what is chosen, what is unread and whose message it is', async () => {
  const customer = await website.customer('forced@example.com')
  for (const subject of ['Unread', 'Chosen']) {
    const { ticket } = await customer.run('openTicket', { subject, body: 'Mine' }, 'ticket { id }')
    if (subject === 'Unread')
      await website.key.run('reply', { ticketId: ticket.id, body: 'Theirs' }, '__typename')
  }
  const { page, frame } = await open('light', undefined, website.frameUrl('forced@example.com'))
  await page.emulateMedia({ forcedColors: 'active' })
  await frame.getByText('Chosen').first().click()
  await frame.locator('.tc-message--mine').waitFor()
  const seen = `((of) => ({
    chosen: of('.tc-ticket--current').outlineStyle,
    other: of('.tc-ticket:not(.tc-ticket--current)').outlineStyle,
    unread: of('.tc-ticket--unread', '::after').backgroundColor !== of('body').backgroundColor,
    mine: of('.tc-message--mine').borderTopStyle,
  }))((selector, part) => getComputedStyle(document.querySelector(selector), part))`
  expect(await frame.evaluate(seen)).toEqual({ chosen: 'solid', other: 'none', unread: true, mine: 'solid' })
  await page.close()
})

test('a right-to-left frame is laid out from the right', async () => {
  const { page, frame } = await open(
    'light',
    undefined,
    website.frameUrl('forced@example.com', { locale: 'ar' }),
  )
  await frame.locator('.tc-ticket').first().click()
  const left = (selector: string) =>
    frame
      .locator(selector)
      .first()
      .evaluate((one) => one.getBoundingClientRect().left)
  expect(await left('.tc-sidebar')).toBeGreaterThan(await left('.tc-detail'))
  expect(await left('.tc-avatar, .tc-pane-title')).toBeGreaterThan(await left('.tc-solve'))
  await page.setViewportSize({ width: 380, height: 700 })
  const flipped = 'getComputedStyle(document.querySelector(".tc-icon--back")).transform'
  expect(await frame.evaluate(flipped)).toBe('matrix(-1, 0, 0, 1, 0, 0)')
  await page.close()
})

describe('the color scheme of the frame', () => {
  test.for([
    ['AUTO', undefined, 'light dark'],
    ['AUTO', 'light', 'light'],
    ['LIGHT', undefined, 'light'],
    ['LIGHT', 'auto', 'light dark'],
    ['LIGHT', 'dark', 'dark'],
    ['DARK', undefined, 'dark'],
    ['DARK', 'light', 'light'],
    ['DARK', 'purple', 'dark'],
  ] as const)('of %s, with %s in its address, is %s', async ([scheme, theme, written]) => {
    expect((await save(scheme)).website).toEqual({ colorScheme: scheme })
    const { body } = await load(withTheme(jane, theme), { referer: `${dashboard}/`, ...newAddress() })
    expect(/<meta name="color-scheme" content="([^"]*)"/.exec(body)?.[1]).toBe(written)
  })

  test.for([
    ['AUTO', undefined, 'dark', dark],
    ['DARK', 'light', 'dark', light],
    ['LIGHT', 'dark', 'light', dark],
  ] as const)(
    'of %s, with %s in its address, is for a %s system %s',
    async ([scheme, theme, system, color]) => {
      await save(scheme)
      const opened = await open(system, theme)
      expect(await opened.color()).toBe(color)
      await opened.page.close()
    },
  )

  test('changes at once in an open frame, unless its address fixes it', async () => {
    await save('LIGHT')
    const [free, fixed] = [await open('light'), await open('light', 'light')]
    await save('DARK')
    await expect.poll(free.color).toBe(dark)
    await website.key.run('createCategory', { name: 'Seen by both' }, '__typename')
    await fixed.frame.getByRole('button', { name: 'New ticket' }).first().click()
    await fixed.frame.getByText('Seen by both').waitFor({ state: 'attached' })
    expect(await fixed.color()).toBe(light)
    await Promise.all([free.page.close(), fixed.page.close()])
  })

  test('is fixed by the address on a refusal, too', async () => {
    const { page, color } = await open('light', 'dark', jane.replace(/hmac=\w{4}/, 'hmac=0000'))
    expect(await color()).toBe('rgb(21, 23, 26)')
    await page.close()
  })

  test('is light on paper', async () => {
    await save('DARK')
    const { page, frame } = await open('dark')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const colors =
      '[document.body, document.querySelector("h2")].map((one) => getComputedStyle(one)).map(({ backgroundColor, color }) => [backgroundColor, color])'
    const [[paper], [, text]] = (await frame.evaluate(colors)) as [string[], string[]]
    expect([paper, text]).toEqual([light, 'rgb(22, 24, 29)'])
    await page.close()
  })

  test('can be set by the API without changing the head HTML', async () => {
    const answer = await website.key.attempt('updateCustomization', { colorScheme: 'DARK' }, '__typename')
    expect(answer.__typename).toBe('UpdateCustomizationPayload')
    const { website: kept } = await website.key.ask('{ website { colorScheme settings { headHtml } } }')
    expect(kept).toEqual({ colorScheme: 'DARK', settings: { headHtml: '' } })
  })
})
