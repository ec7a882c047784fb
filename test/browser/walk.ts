import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { violations } from '../support/axe.ts'
import { consoleOf } from '../support/console.ts'
import { openPage } from '../support/dashboard.ts'
import type { TestWebsite } from '../support/website.ts'
import { layoutFaults } from './layout.ts'
import { untranslated } from './untranslated.ts'

export interface Appearance {
  language: string
  colorScheme: 'light' | 'dark'
  /** Of the frame or the console, in CSS pixels. */
  width: number
}

/** Folder for screenshots, to be looked at; without it, none are taken. */
const folder = process.env.SCREENSHOTS
/** Margin of the dashboard's page, left and right of the frame. */
const margin = 8
/** Chromium's own message about a refused request or no network, which some screens are about. */
const refusal =
  /^Failed to load resource: the server responded with a status of 40[13]|ERR_INTERNET_DISCONNECTED/

/** Checks screens in one appearance, and collects complaints. */
export function observer(browser: Browser, { language, colorScheme, width }: Appearance) {
  const faults: string[] = []
  const dir = /^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr'
  const name = (screen: string) => [screen, language, colorScheme, width].join('-')

  async function open(url: string, more = 0) {
    const viewport = { width: width + more, height: 720 }
    const options = { colorScheme, viewport, locale: language, reducedMotion: 'reduce' } as const
    const opened = await openPage(browser, options)
    await opened.page.goto(url)
    return opened
  }

  async function look(screen: string, page: Page, shown: Frame) {
    const root = await shown.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
    const spoken = root.join() === [language, dir].join() ? [] : [`speaks ${root}`]
    const plain = language === 'en-XA' ? await untranslated(shown) : []
    const found = [spoken, plain, await layoutFaults(shown), await violations(shown)].flat()
    faults.push(...found.map((fault) => `${name(screen)}: ${fault}`))
    if (folder) await page.screenshot({ path: join(folder, `${name(screen)}.png`) })
  }

  async function close({ page, complaints }: Awaited<ReturnType<typeof openPage>>) {
    faults.push(...complaints.filter((text) => !refusal.test(text)))
    await page.context().close()
  }

  return { faults, open, look, close }
}

/** Visits every screen of the frame, on a website full of long texts, and returns the complaints. */
export async function walkFrame(
  browser: Browser,
  port: number,
  website: TestWebsite,
  ending: TestWebsite,
  appearance: Appearance,
): Promise<string[]> {
  const { faults, open, look, close } = observer(browser, appearance)
  const said = { locale: appearance.language }
  const openFrame = async (src: string) => {
    const opened = await open(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`, 2 * margin)
    return { ...opened, frame: opened.page.frames()[1] as Frame }
  }

  const full = await openFrame(website.frameUrl('jane@example.com', said))
  const { page, frame } = full
  await frame.locator('.tc-ticket').first().waitFor()
  await look('list', page, frame)
  for (const at of [0, 1, 2]) {
    await frame.locator('.tc-ticket').nth(at).click()
    await frame.locator('.tc-message').last().waitFor()
    await look(`conversation-${at}`, page, frame)
    if (appearance.width < 900) await frame.locator('.tc-back').click()
  }
  await frame.locator('.tc-sidebar__header .tc-button').click()
  await frame.locator('.tc-new-ticket [type=submit]').click()
  await frame.locator('.tc-field--invalid').first().waitFor()
  await look('new-ticket', page, frame)
  await close(full)

  const empty = await openFrame(website.frameUrl(`${Object.values(appearance).join('-')}@example.com`, said))
  await empty.frame.locator('.tc-sidebar .tc-empty').waitFor()
  await look('empty', empty.page, empty.frame)
  await close(empty)

  const forged = website.frameUrl('jane@example.com', said).replace(/hmac=\w{4}/, 'hmac=0000')
  const refused = await openFrame(forged)
  await refused.frame.locator('summary').click()
  await look('refused', refused.page, refused.frame)
  await close(refused)

  const ended = await openFrame(ending.frameUrl('jane@example.com', said))
  await ended.frame.locator('.tc-sidebar .tc-empty').waitFor()
  await ending.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 0 }, '__typename')
  await ended.frame.locator('.tc-app--ended').waitFor()
  await look('ended', ended.page, ended.frame)
  await close(ended)
  return faults
}

/** Visits the signed-out pages of the console, and returns the complaints. */
export async function walkSignIn(
  browser: Browser,
  website: TestWebsite,
  appearance: Appearance,
): Promise<string[]> {
  const { faults, open, look, close } = observer(browser, appearance)
  const home = `${website.origin}/console/${website.websiteId}`

  const signIn = await open(home)
  const { page } = signIn
  const email = page.locator('input[type=email]')
  const send = page.locator('[type=submit]')
  await email.waitFor()
  await look('sign-in', page, page.mainFrame())
  await email.fill('olaf')
  await send.click()
  await page.locator('.tc-field--invalid').waitFor()
  await look('sign-in-invalid', page, page.mainFrame())
  await email.fill(`${'olaf'.repeat(15)}@acme.com`)
  await send.click()
  await page.locator('.tc-sign-in__again').waitFor()
  await look('sign-in-sent', page, page.mainFrame())
  await close(signIn)

  const expired = await open(`${home}?token=${'0'.repeat(60)}`)
  await expired.page.locator('input[type=email]').waitFor()
  await look('sign-in-link', expired.page, expired.page.mainFrame())
  await close(expired)

  const ended = await open(consoleOf(website, 'ada@acme.com').linkTo())
  await ended.page.locator('.tc-bar__sign-out').waitFor()
  const tab = await ended.page.context().newPage()
  await tab.goto(home)
  await tab.locator('.tc-bar__sign-out').click()
  await ended.page.locator('.tc-sign-in').waitFor()
  await look('sign-in-ended', ended.page, ended.page.mainFrame())
  await close(ended)
  return faults
}
