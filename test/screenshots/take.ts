import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { apiClient } from '../support/client.ts'
import { startDemo } from './demo.ts'

// `npm run screenshots [FOLDER]`: every page of the demo, wide and narrow, light and dark, for review. The README uses
// those in this folder.
const folder = process.argv[2] ?? import.meta.dirname
const { origin, browser, close } = await startDemo()
const { demoIframeUrl, demoKey } = await import('../../server/demo/website.ts')

/** Replies to the newest ticket in the console; resolves when its customer's email is in the mailbox. */
async function answerOnce() {
  const input = { delaySeconds: 0 }
  await apiClient(origin, demoKey()).run('updateEmailSettings', input, '__typename')
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${origin}/demo/console`)
  await page.locator('.tc-ticket').first().click()
  await page.getByRole('textbox', { name: 'Reply' }).fill(answer)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.goto(`${origin}/demo/mail`)
  await page.getByText('Customer', { exact: true }).first().waitFor()
  await page.close()
}
const answer = `Yes, that is it: we sign the body **as it was sent**, byte for byte.

Read it before anything parses it:

- in Express, \`express.raw({ type: 'application/json' })\`,
- in Fastify, a content type parser with \`parseAs: 'buffer'\`.`
let answered: Promise<void> | undefined

type Scheme = 'light' | 'dark'
type Shot = (page: Page, frame: () => Frame, narrow: boolean) => Promise<void>

const showDemo: Shot = async (page, frame, narrow) => {
  await page.goto(origin)
  await frame().locator('.tc-ticket').first().waitFor()
  if (!narrow) await frame().locator('.tc-ticket').nth(2).click()
  if (!narrow) await frame().locator('.tc-message').last().waitFor()
}

const shots: Record<string, Shot> = {
  demo: showDemo,
  async conversation(page, frame) {
    await page.goto(origin)
    await frame().locator('.tc-ticket').first().click()
    await frame().locator('.tc-message').last().waitFor()
  },
  async 'new-ticket'(page, frame) {
    await page.goto(origin)
    await frame().getByRole('button', { name: 'New ticket' }).first().click()
    await frame().getByLabel('Subject').fill('Two labels for one parcel')
    await frame().locator('.tc-faq summary, .tc-faq button').first().click()
  },
  async console(page) {
    await page.goto(`${origin}/demo/console`)
    await page.locator('.tc-ticket').first().click()
    await page.locator('.tc-message').last().waitFor()
  },
  async 'console-empty'(page) {
    await page.goto(`${origin}/demo/console`)
    await page.getByLabel('Search tickets').fill('no such words')
    await page.getByText('Nothing found').waitFor()
  },
  async mailbox(page) {
    answered ??= answerOnce()
    await answered
    await page.goto(`${origin}/demo/mail`)
    await page.getByText('Customer', { exact: true }).first().click()
    await page.frameLocator('iframe').getByRole('link').first().waitFor()
  },
  async refused(page) {
    const src = (await demoIframeUrl(origin, 'nadia@kiln-and-clay.example', 'N')).replace(
      /hmac=\w{4}/,
      'hmac=0000',
    )
    await page.goto(`${origin}/livez`)
    await page.setContent(`<iframe src="${src}" referrerpolicy="origin" width="100%" height="600"></iframe>`)
    await page.waitForLoadState('networkidle')
  },
  async 'outside-frame'(page) {
    await page.goto(await demoIframeUrl(origin, 'nadia@kiln-and-clay.example', 'N'))
  },
  async 'sign-in-expired'(page) {
    await page.goto(`${origin}/console/0193a2b0-7c1e-7d3a-9f00-64656d6f0001`)
  },
  // The last one: the frame keeps the company's styles.
  async rebrand(page, frame, narrow) {
    const styles = readFileSync(new URL('../../client/ticket-center/examples/rebrand.css', import.meta.url))
    const input = { headHtml: `<style>${styles}</style>` }
    await apiClient(origin, demoKey()).run('updateCustomization', input, '__typename')
    await showDemo(page, frame, narrow)
  },
}
const committed = new Set(['demo', 'new-ticket-dark', 'console', 'mailbox', 'rebrand'])

for (const [name, shot] of Object.entries(shots)) {
  for (const colorScheme of ['light', 'dark'] as Scheme[]) {
    for (const width of [1280, 380]) {
      const file = [name, width === 380 && 'narrow', colorScheme === 'dark' && 'dark']
        .filter(Boolean)
        .join('-')
      if (folder === import.meta.dirname && !committed.has(file)) continue
      const viewport = { width, height: width === 380 ? 720 : 800 }
      const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' })
      await shot(page, () => page.frames()[1] as Frame, width === 380)
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(folder, `${file}.png`) })
      await page.close()
    }
  }
}
await close()
