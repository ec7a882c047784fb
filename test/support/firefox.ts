import { existsSync } from 'node:fs'
import puppeteer, {
  type Browser,
  type ElementHandle,
  type Frame,
  type KeyInput,
  type Page,
} from 'puppeteer-core'
import { afterAll, expect } from 'vitest'
import { focusHere, type Typist } from '../browser/keyboard-steps.ts'
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

const isShown = (css: string, words: string) =>
  [...document.querySelectorAll(css)].some((one) => one.textContent.includes(words))

/** Clicks, types and reads in a frame of Firefox. */
export function firefoxVisitor(frame: Frame): Visitor {
  const named = (role: string, name: string) => frame.locator(`::-p-aria([role="${role}"][name="${name}"])`)
  return {
    press: (button) => named('button', button).click(),
    write: (field, text) => named('textbox', field).fill(text),
    see: async (selector, text = '') => void (await frame.waitForFunction(isShown, {}, selector, text)),
  }
}

/** Only has a keyboard; `files` are what they choose. */
export function firefoxTypist(page: Page, frame: Frame, files: string[]): Typist {
  const { keyboard } = page
  async function press(keys: string): Promise<void> {
    const held = keys.split('+') as KeyInput[]
    const last = held.pop() as KeyInput
    for (const key of held) await keyboard.down(key)
    await keyboard.press(last)
    for (const key of held) await keyboard.up(key)
  }
  return {
    press,
    type: (text) => keyboard.type(text),
    focus: () => frame.evaluate(focusHere),
    see: firefoxVisitor(frame).see,
    async miss(selector, text = '') {
      await expect.poll(() => frame.evaluate(isShown, selector, text)).toBe(false)
    },
    async choose() {
      // Firefox says nothing of choosers in frames.
      const input = (await frame.$('input:focus')) as ElementHandle<HTMLInputElement>
      await input.uploadFile(...files)
    },
  }
}
