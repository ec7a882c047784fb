import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { bootOf } from '../support/page.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['127.0.0.1', 'dash.acme.test'],
})
const [browser, port] = [await startBrowser(), await startDashboard()]
const page = (host: string, src: string) => `http://${host}:${port}/?src=${encodeURIComponent(src)}`
const src = website.frameUrl('jane@example.com')

describe('embedding', () => {
  test('works on an allowed page, with a compressed document', async () => {
    const { page: tab } = await openPage(browser)
    const answered = tab.waitForResponse((response) => response.url() === src)
    await tab.goto(page('127.0.0.1', src))
    await tab.frameLocator('iframe').getByRole('button', { name: 'New ticket' }).first().waitFor()
    expect((await answered).headers()).toMatchObject({ 'content-encoding': 'zstd' })
  })

  test('works on an allowed http page, even after a reload inside the frame', async () => {
    const { page: tab } = await openPage(browser)
    await tab.goto(page('dash.acme.test', src))
    const newTicket = tab.frameLocator('iframe').getByRole('button', { name: 'New ticket' }).first()
    await newTicket.waitFor()
    const reloaded = tab.waitForResponse((response) => response.url().includes('seen='))
    await tab.frames()[1]?.evaluate('setTimeout(() => location.reload())')
    expect((await reloaded).status()).toBe(200)
    await newTicket.waitFor()
  })

  test.for(['require-corp', 'credentialless'])(
    'works on a page whose Cross-Origin-Embedder-Policy is %s',
    async (policy) => {
      const { page: tab } = await openPage(browser)
      await tab.goto(`${page('127.0.0.1', src)}&coep=${policy}`)
      await tab.frameLocator('iframe').getByRole('button', { name: 'New ticket' }).first().waitFor()
    },
  )

  test('is refused on a foreign page: no app, no session', async () => {
    const { page: tab } = await openPage(browser)
    const answered = tab.waitForResponse((response) => response.url() === src)
    await tab.goto(page('evil.test', src))
    expect((await answered).status()).toBe(403)
    await expect.poll(() => tab.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
  })

  test('is refused on an allowed page inside a foreign one, despite its Referer', async () => {
    const { page: tab } = await openPage(browser)
    const answered = tab.waitForResponse((response) => response.url() === src)
    await tab.goto(`http://evil.test:${port}/?wrap=${encodeURIComponent(page('127.0.0.1', src))}`)
    expect((await answered).status()).toBe(200)
    await expect.poll(() => tab.frames()[2]?.url()).toBe('chrome-error://chromewebdata/')
  })

  test('opened outside a frame explains itself and holds no session', async () => {
    const { page: tab } = await openPage(browser)
    await tab.goto(src)
    await tab.getByRole('heading').first().waitFor()
    expect(await tab.content()).not.toContain('renewalToken')
  })

  test.for([true, false])(
    'reveals its tokens to no stylesheet; scripts run: %s',
    async (javaScriptEnabled) => {
      const headHtml =
        '<style>*, ::before { display: block !important; visibility: visible !important; content: attr(id) }</style>'
      await website.key.run('updateCustomization', { headHtml }, '__typename')
      const { page: tab } = await openPage(browser, { javaScriptEnabled })
      const answered = tab.waitForResponse((response) => response.url() === src)
      await tab.goto(page('127.0.0.1', src))
      const boot = bootOf({ body: await (await answered).text() })
      const frame = tab.frameLocator('iframe')
      if (javaScriptEnabled) await frame.getByRole('button', { name: 'New ticket' }).first().waitFor()
      const shown = await frame.locator('html').innerText()
      const all = await frame.locator('html').innerHTML()
      for (const token of [boot.session.token, boot.session.renewalToken]) {
        expect([shown.includes(token), all.includes(token)]).toEqual([false, !javaScriptEnabled])
      }
      await tab.close()
    },
  )
})
