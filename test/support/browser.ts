import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchBrowser } from './launch-browser.ts'

let browser: Promise<Browser> | undefined

/** A browser for the tests of this file. The files of a thread share one: what they open in it is closed after each. */
export async function startBrowser(): Promise<Browser> {
  browser ??= launchBrowser()
  const shared = await browser
  afterAll(() => Promise.all(shared.contexts().map((context) => context.close())))
  return shared
}
