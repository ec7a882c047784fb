import { existsSync } from 'node:fs'
import puppeteer, { type Browser, type Frame } from 'puppeteer-core'
import { afterAll } from 'vitest'
import type { Visitor } from '../browser/visit.ts'

/** Starts the Firefox in FIREFOX_PATH or on this machine over WebDriver BiDi, which Playwright cannot use for it. */
export async function startFirefox(): Promise<Browser> {
  const executablePath = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path && existsSync(path),
  )
  if (!executablePath) throw new Error('No Firefox: install firefox-esr, or set FIREFOX_PATH')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      // Every name resolves to this machine: pages of several companies, and nothing external.
      'network.dns.forceResolve': '127.0.0.1',
      // Pretends to have a mouse: a pointer that is fine (2) and can hover (4).
      'ui.primaryPointerCapabilities': 6,
      'ui.allPointerCapabilities': 6,
    },
  })
  afterAll(() => browser.close())
  return browser
}

/** A page in its own profile; console errors and page errors are collected in `complaints`. */
export async function openFirefoxPage(browser: Browser, url: string) {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.setDefaultTimeout(120_000)
  await page.goto(url)
  return { page, context, complaints }
}

/** Clicks, types and reads in a frame of Firefox. */
export function firefoxVisitor(frame: Frame): Visitor {
  const named = (role: string, name: string) => frame.locator(`::-p-aria([role="${role}"][name="${name}"])`)
  return {
    press: (button) => named('button', button).click(),
    write: (field, text) => named('textbox', field).fill(text),
    see: async (selector, text = '') => {
      const shown = (css: string, words: string) =>
        [...document.querySelectorAll(css)].some((one) => one.textContent.includes(words))
      await frame.waitForFunction(shown, {}, selector, text)
    },
  }
}
