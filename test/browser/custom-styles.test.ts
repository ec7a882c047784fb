import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'
import { interrupt } from './screens.ts'

const { app, origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, { allowedDomains: ['127.0.0.1'] })
const [browser, port] = [await startBrowser(), await startDashboard()]
const rebrand = readFileSync(
  join(import.meta.dirname, '../../client/ticket-center/examples/rebrand.css'),
  'utf8',
)

const save = (headHtml: string) =>
  website.key.run(
    'updateCustomization',
    { headHtml },
    'dropped website { customStyles { styles stylesheets } }',
  )
const accent = (color: string) => `<style>:root { --tc-accent: ${color} }</style>`
const [ours, theirs, red, blue] = ['rgb(29, 91, 214)', 'rgb(31, 92, 74)', 'rgb(255, 0, 0)', 'rgb(0, 0, 255)']

async function open(prepare: (context: BrowserContext) => Promise<unknown> = async () => {}) {
  const opened = await openPage(browser)
  await prepare(opened.context)
  const src = website.frameUrl('jane@example.com')
  await opened.page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`)
  await opened.page.frameLocator('iframe').locator('.tc-button--primary').first().waitFor()
  const frame = opened.page.frames()[1] as Frame
  const color = () =>
    frame.evaluate('getComputedStyle(document.querySelector(".tc-button--primary")).backgroundColor')
  return { ...opened, frame, color }
}

/** Stylesheets of the company, on fake hosts: each gives the main button the color of its name. */
const hosted = (context: BrowserContext) =>
  context.route(/^https:\/\/(assets|other)\.acme\.example\//, (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: `:root { --tc-accent: ${/(\w+)\.css$/.exec(route.request().url())?.[1]} }`,
    }),
  )
const link = (address: string) => `<link rel="stylesheet" href="https://${address}">`

describe('the company’s styles', () => {
  test('are those of the example stylesheet, whose script never runs', async () => {
    const { dropped } = await save(`<script>globalThis.intruded = true</script><style>${rebrand}</style>`)
    expect(dropped).toHaveLength(1)
    const { page, frame, color, complaints } = await open()
    expect(await color()).toBe(theirs)
    const title = await frame.evaluate('getComputedStyle(document.querySelector(".tc-title")).fontFamily')
    expect(title).toContain('Palatino')
    expect(await frame.evaluate('"intruded" in globalThis')).toBe(false)
    expect(await frame.content()).not.toContain('intruded')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('change in an open frame without a reload, even after it was offline', async () => {
    await save(`<style>${rebrand}</style>`)
    const line = interrupt(app.server)
    const { page, frame, color, complaints } = await open()
    await frame.evaluate('globalThis.stillHere = true')
    await frame.locator('.tc-new-ticket__form').waitFor()
    await save(accent('red'))
    await expect.poll(color).toBe(red)
    const form = 'getComputedStyle(document.querySelector(".tc-new-ticket__form")).display'
    expect(await frame.evaluate(form)).toBe('flex')
    await website.key.run('createCategory', { name: 'Billing' }, '__typename')
    await save('')
    await expect.poll(color).toBe(ours)
    expect(complaints).toEqual([])
    line.start()
    await frame.locator('.tc-connection__text').waitFor()
    await save(accent('blue'))
    line.stop()
    await expect.poll(color).toBe(blue)
    expect(await frame.evaluate('globalThis.stillHere')).toBe(true)
    await page.close()
  })

  test('may come from known hosts at once, and from new ones at the next visit', async () => {
    await save(link('assets.acme.example/red.css'))
    const { page, color, complaints } = await open(hosted)
    await expect.poll(color).toBe(red)
    await save(link('assets.acme.example/blue.css'))
    await expect.poll(color).toBe(blue)
    await save(link('other.acme.example/red.css'))
    await expect.poll(color).toBe(ours)
    const next = await open(hosted)
    await expect.poll(next.color).toBe(red)
    expect([complaints, next.complaints]).toEqual([[], []])
    await Promise.all([page.close(), next.page.close()])
  })

  test('do not reload unchanged stylesheets', async () => {
    await save(link('assets.acme.example/red.css'))
    const { page, frame, color } = await open(hosted)
    await expect.poll(color).toBe(red)
    await frame.evaluate('document.querySelector("link[rel=stylesheet]").kept = true')
    await save(`${link('assets.acme.example/red.css')}<style>.tc-title { color: rgb(0, 0, 255) }</style>`)
    const title = () => frame.evaluate('getComputedStyle(document.querySelector(".tc-title")).color')
    await expect.poll(title).toBe(blue)
    expect(await frame.evaluate('document.querySelector("link[rel=stylesheet]").kept')).toBe(true)
    await page.close()
  })
})
